/** Which scopes the granted ones include. */
import { refuseUnreadable, type ScopeIndex, type Scopes } from './scope-index.js'

/** How one set of scopes stands to another. */
export type ScopeComparison = 'equal' | 'wider' | 'narrower' | 'incomparable'

/** Whether what was reached holds the scope that covers every other. */
export function isWhole({ wildcard }: ScopeIndex, reached: ReadonlySet<string>): boolean {
  return wildcard !== undefined && reached.has(wildcard)
}

/** The needed scopes that the granted ones don't include. */
export function missing(index: ScopeIndex, granted: Scopes, needed: Scopes): string[] {
  const reached = index.reach(index.read(granted))
  const wanted = index.read(needed)
  return isWhole(index, reached) ? [] : wanted.filter((scope) => !reached.has(scope))
}

/** Whether the granted scopes include every needed one. */
export function covers(index: ScopeIndex, granted: Scopes, needed: Scopes): boolean {
  return missing(index, granted, needed).length === 0
}

/** `covers` for scopes that are asked about again and again: one look-up for a known scope. */
export function covering(index: ScopeIndex, granted: Scopes): (needed: Scopes) => boolean {
  const { numbers, reach, read } = index
  const reached = reach(read(granted))
  const whole = isWhole(index, reached)
  const answers = Array.from(numbers.keys(), (scope) => whole || reached.has(scope))

  function includesText(needed: string): boolean {
    const number = numbers.get(needed)
    const answer = number === undefined ? undefined : answers[number]
    return answer ?? read(needed).every((scope) => whole || reached.has(scope))
  }

  return (needed) => {
    if (typeof needed === 'string') return includesText(needed)
    refuseUnreadable(needed)
    return needed.every(includesText)
  }
}

/** Whether the first includes more than the second (`wider`), less, the same, or something else. */
export function compare(index: ScopeIndex, one: Scopes, other: Scopes): ScopeComparison {
  const [wide, narrow] = [covers(index, one, other), covers(index, other, one)]
  if (wide && narrow) return 'equal'
  if (wide) return 'wider'
  return narrow ? 'narrower' : 'incomparable'
}
