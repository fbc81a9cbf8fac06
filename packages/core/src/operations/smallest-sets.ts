/** Chooses among alternatives: the least that suffices for everything. */
import type { ScopeAlgebra } from '../scopes/algebra.js'

type Sets = readonly (readonly string[])[]

/** How many ways to choose are followed at once: with more, the answer suffices but need not be the smallest. */
const MAX_WAYS = 100

/**
 * Every smallest set of scopes that includes one set of each list of alternatives: none that grants more than another
 * would, and of the rest those of the fewest scopes. There is always one: the empty set for no alternatives.
 */
export function smallestSets(alternatives: readonly Sets[], algebra: ScopeAlgebra): string[][] {
  // Those that leave no choice first: what they need may settle the others.
  const ways = [...alternatives]
    .sort((one, other) => one.length - other.length)
    .reduce<string[][]>((found, sets) => extend(found, sets, algebra), [[]])
  const fewest = ways[0]?.length
  return ways.filter(({ length }) => length === fewest)
}

/** Each way so far, made to suffice for one more list; the fewest scopes first, then in order. */
function extend(ways: readonly string[][], sets: Sets, algebra: ScopeAlgebra): string[][] {
  const extended = ways.flatMap((way) => {
    const includes = algebra.covering(way)
    return sets.some(includes) ? [way] : sets.map((set) => algebra.union(way, set))
  })
  const distinct = [...new Map(extended.map((way) => [way.join(' '), way]))]
    .sort(([one, way], [other, another]) => way.length - another.length || (one < other ? -1 : 1))
    .slice(0, MAX_WAYS)
    .map(([, way]) => way)
  // What a wider way does not need yet it will not need later either: the narrower one stays the lesser.
  return distinct.filter((way) => {
    const includes = algebra.covering(way)
    return !distinct.some((other) => other !== way && includes(other) && !algebra.covers(other, way))
  })
}
