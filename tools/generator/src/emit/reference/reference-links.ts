import type { House } from '../../house/house.js'

/** The headings of the page of scopes that no family brings along. */
export const headings = { singles: 'Single scopes', retired: 'Retired', older: 'Older spellings' } as const

/** The tag by which an editor leads from a doc comment to a section of the page of scopes. */
export function seeScopes({ referenceUrl }: House, heading: string): string {
  return `@see {@link ${referenceUrl}/scopes.md#${anchorOf(heading)}}`
}

/** The anchor that GitHub gives a heading: lower case, no punctuation, dashes for spaces. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')
}
