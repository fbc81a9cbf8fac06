/** The headings of the reference's pages by which links lead, as far as the spec doesn't write them, and their anchors. */

/** Those of the page of scopes that no family brings along. */
export const headingsOfScopes = {
  singles: 'Single scopes',
  retired: 'Retired',
  older: 'Older spellings',
} as const

/** Those of the page of endpoints that neither an endpoint nor a message brings along. */
export const headingsOfEndpoints = {
  answers: 'Answers',
  values: 'Values',
  codes: 'Error codes',
  deprecated: 'Deprecated',
  refusals: 'Refusals of the API',
} as const

/** The anchor that GitHub gives a heading: lower case, no punctuation, dashes for spaces. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}
