/** Chooses among alternatives: the least that suffices for everything. */
import { ScopeError } from '../errors/errors.js'
import type { ScopeAlgebra } from './algebra.js'

/** What it asks of scopes. */
export type Comparing = Pick<ScopeAlgebra, 'covering' | 'union'>

type Sets = readonly (readonly string[])[]

/**
 * How many ways to choose are followed at once: each list of two that has nothing in common
 * with the others doubles them.
 */
const MAX_WAYS = 256

/**
 * Every smallest set of scopes that includes one set of each list of alternatives: none that grants
 * more than another would, and of the rest those of the fewest scopes. There is always one: the
 * empty set for no alternatives.
 *
 * @example
 * ```ts
 * const calls = [[['linodes:read_only']], [['linodes:read_write'], ['account:read_only']]]
 * smallestSets(calls, createScopeAlgebra(hierarchy)) // [['linodes:read_write']]
 * ```
 * @throws ScopeError with the code `too_many_ways` where there are more ways to choose than are followed.
 */
export function smallestSets(
  alternatives: readonly (readonly (readonly string[])[])[],
  algebra: Comparing,
): string[][] {
  // Those that leave no choice first: what they need may settle the others.
  const ways = [...alternatives]
    .sort((one, other) => one.length - other.length)
    .reduce<string[][]>((found, sets) => extend(found, sets, algebra), [[]])
  const fewest = ways[0]?.length
  return ways.filter(({ length }) => length === fewest)
}

/** Each way so far, made to suffice for one more list; the fewest scopes first, then in order. */
function extend(ways: readonly string[][], sets: Sets, algebra: Comparing): string[][] {
  const extended = ways.flatMap((way) => {
    const includes = algebra.covering(way)
    return sets.some(includes) ? [way] : sets.map((set) => algebra.union(way, set))
  })
  const distinct = [...new Map(extended.map((way) => [way.join(' '), way]))]
    .sort(([one, way], [other, another]) => way.length - another.length || (one < other ? -1 : 1))
    .map(([, way]) => way)
  if (distinct.length > MAX_WAYS) throw tooMany()
  // What a wider way does not need yet it will not need later either: the narrower one stays the lesser.
  return distinct.filter((way) => {
    const includes = algebra.covering(way)
    return !distinct.some((other) => other !== way && includes(other))
  })
}

function tooMany(): ScopeError {
  const message = `The operations can be called in more than ${MAX_WAYS} ways, too many to find the smallest set among: ask about fewer at once.`
  return new ScopeError({ code: 'too_many_ways', operation: 'read-scopes', message })
}
