/**
 * What the work returns, or `undefined` where it throws: for work whose error tells
 * nothing or can't be trusted.
 */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
