/**
 * What can be asked of scopes, each question a function of its own. Sets of scopes form a lattice under
 * "covers": `union` and `intersect` are its join and meet, and `minimize` gives the one way in which each
 * of its elements is written.
 */
import { refuseUnreadable, type ScopeIndex, type Scopes } from './scope-index.js'

/** How one set of scopes stands to another. */
export type ScopeComparison = 'equal' | 'wider' | 'narrower' | 'incomparable'

/** Whether what was reached holds the scope that covers every other. */
function isWhole({ wildcard }: ScopeIndex, reached: ReadonlySet<string>): boolean {
  return wildcard !== undefined && reached.has(wildcard)
}

/** The needed scopes that the granted ones don't include. */
export function missing(index: ScopeIndex, granted: Scopes, needed: Scopes): string[] {
  return lacking(index, index.read(granted, 'granted'), index.read(needed, 'needed'))
}

function lacking(index: ScopeIndex, granted: readonly string[], wanted: readonly string[]): string[] {
  const reached = index.reach(granted)
  return isWhole(index, reached) ? [] : wanted.filter((scope) => !reached.has(scope))
}

/** Whether the granted scopes include every needed one. */
export function covers(index: ScopeIndex, granted: Scopes, needed: Scopes): boolean {
  return missing(index, granted, needed).length === 0
}

/** `covers` for scopes that are asked about again and again: one look-up for a known scope. */
export function covering(index: ScopeIndex, granted: Scopes): (needed: Scopes) => boolean {
  const { numbers, reach, read } = index
  const reached = reach(read(granted, 'granted'))
  const whole = isWhole(index, reached)
  const answers = Array.from(numbers.keys(), (scope) => whole || reached.has(scope))

  function includesText(needed: string): boolean {
    const number = numbers.get(needed)
    const answer = number === undefined ? undefined : answers[number]
    return answer ?? read(needed, 'needed').every((scope) => whole || reached.has(scope))
  }

  return (needed) => {
    if (typeof needed === 'string') return includesText(needed)
    refuseUnreadable(needed, 'needed')
    return needed.every(includesText)
  }
}

/** Whether the first includes more than the second (`wider`), less, the same, or something else. */
export function compare(index: ScopeIndex, one: Scopes, other: Scopes): ScopeComparison {
  const [ofOne, ofOther] = [index.read(one, 'one'), index.read(other, 'other')]
  const [wide, narrow] = [lacking(index, ofOne, ofOther), lacking(index, ofOther, ofOne)].map(
    ({ length }) => length === 0,
  )
  if (wide && narrow) return 'equal'
  if (wide) return 'wider'
  return narrow ? 'narrower' : 'incomparable'
}

/** The fewest scopes that include the same: without those that another one includes. */
export function minimize(index: ScopeIndex, scopes: Scopes): string[] {
  const { included, reach, wildcard } = index
  const all = index.read(scopes)
  if (wildcard !== undefined && isWhole(index, reach(all))) return [wildcard]
  const below = reach(all.flatMap(included))
  const top = all.filter((scope) => !below.has(scope))
  const reached = reach(top)
  const rings = all.filter((scope) => !reached.has(scope))
  return [...top, ...smallestInRings(index, rings)].sort()
}

/**
 * Of scopes that include each other none is on top: the first of them all stands for
 * the others, given or not.
 */
function smallestInRings({ reach }: ScopeIndex, scopes: readonly string[]): string[] {
  const firsts = scopes.map((scope) => {
    const ring = [...reach([scope])].filter((other) => reach([other]).has(scope))
    return ring.sort()[0] ?? scope
  })
  const distinct = [...new Set(firsts)]
  return distinct.filter((scope) => !distinct.some((other) => other !== scope && reach([other]).has(scope)))
}

/** The fewest scopes that include what either includes. */
export function union(index: ScopeIndex, one: Scopes, other: Scopes): string[] {
  return minimize(index, [...index.read(one, 'one'), ...index.read(other, 'other')])
}

/** The fewest scopes that include what both include. */
export function intersect(index: ScopeIndex, one: Scopes, other: Scopes): string[] {
  const [ofOne, ofOther] = [index.reach(index.read(one, 'one')), index.reach(index.read(other, 'other'))]
  if (isWhole(index, ofOne)) return minimize(index, other)
  if (isWhole(index, ofOther)) return minimize(index, one)
  return minimize(
    index,
    [...ofOne].filter((scope) => ofOther.has(scope)),
  )
}

/** The scopes and every known one that they include. */
export function expand(index: ScopeIndex, scopes: Scopes): string[] {
  const { known, reach, read } = index
  const reached = reach(read(scopes))
  return [...(isWhole(index, reached) ? new Set([...reached, ...known.keys()]) : reached)].sort()
}

/** One needed scope, and the way to it. */
export interface ScopeExplanation {
  /** In canonical form. */
  readonly scope: string
  /** From a granted scope to the needed one, each including the next; `undefined` where it isn't covered. */
  readonly path: readonly string[] | undefined
}

/** A shortest way to each needed scope; of several the one that begins with the first granted scope. */
export function explain(index: ScopeIndex, granted: Scopes, needed: Scopes): ScopeExplanation[] {
  const { read, wildcard } = index
  const parents = waysFrom(index, read(granted, 'granted'))
  const whole = wildcard !== undefined && parents.has(wildcard) ? wildcard : undefined
  return read(needed, 'needed').map((scope) => {
    if (parents.has(scope)) return { scope, path: wayTo(scope, parents) }
    return { scope, path: whole === undefined ? undefined : [...wayTo(whole, parents), scope] }
  })
}

/** Each scope that is reached, with the one that it was first reached from. */
function waysFrom(index: ScopeIndex, granted: readonly string[]): Map<string, string | undefined> {
  const parents = new Map<string, string | undefined>(granted.map((scope) => [scope, undefined]))
  // A map is walked in the order of its entries, those added meanwhile too: breadth first.
  for (const scope of parents.keys()) {
    for (const included of index.included(scope)) {
      if (!parents.has(included)) parents.set(included, scope)
    }
  }
  return parents
}

function wayTo(scope: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = []
  for (let step: string | undefined = scope; step !== undefined; step = parents.get(step)) way.push(step)
  return way.reverse()
}
