/** A path, or the key of an operation, with the names of its gaps left out: what differs in these alone is the same. */
export function withoutGapNames(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}')
}
