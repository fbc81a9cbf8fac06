/** The versions of API documents: a number, or the month of a document that has none. */

/**
 * The number in a version, written as the spec writes it: `v4.142.1-patch1` is `4.142.1`;
 * `undefined` where there is none.
 */
export function numberOf(version: string | undefined): string | undefined {
  const [, major, minor, patch = '0'] =
    /^v?(\d+)\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(version?.trim() ?? '') ?? []
  return major === undefined || minor === undefined ? undefined : [major, minor, patch].map(Number).join('.')
}

/** Whether one number comes before another; of what is no number, nothing is known. */
export function isBefore(one: string | undefined, other: string | undefined): boolean {
  const [first, second] = [numberOf(one), numberOf(other)].map((number) => number?.split('.').map(Number))
  if (first === undefined || second === undefined) return false
  const at = first.findIndex((part, index) => part !== second[index])
  return at >= 0 && (first[at] ?? 0) < (second[at] ?? 0)
}
