/**
 * Sets of scopes as the elements of a lattice under "covers": `union` and `intersect` are its join and meet, and
 * `minimize` gives the one way in which each of them is written.
 */
import { isWhole } from './coverage.js'
import type { ScopeIndex, Scopes } from './scope-index.js'

/** The fewest scopes that include the same: without those that another one includes. */
export function minimize(index: ScopeIndex, scopes: Scopes): string[] {
  const { included, reach, wildcard } = index
  const all = index.read(scopes)
  if (wildcard !== undefined && isWhole(index, reach(all))) return [wildcard]
  const below = reach(all.flatMap(included))
  const top = all.filter((scope) => !below.has(scope))
  // Of scopes that include each other none is on top: the first of them stands for all.
  const reached = reach(top)
  for (const scope of all) {
    if (reached.has(scope)) continue
    top.push(scope)
    reach([scope], reached)
  }
  return top.sort()
}

/** The fewest scopes that include what either includes. */
export function union(index: ScopeIndex, one: Scopes, other: Scopes): string[] {
  return minimize(index, [...index.read(one), ...index.read(other)])
}

/** The fewest scopes that include what both include. */
export function intersect(index: ScopeIndex, one: Scopes, other: Scopes): string[] {
  const [ofOne, ofOther] = [index.reach(index.read(one)), index.reach(index.read(other))]
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
