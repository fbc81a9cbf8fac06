/**
 * What can be asked of scopes, for any provider's hierarchy. Sets of scopes form a lattice under "covers": `union` and
 * `intersect` are its join and meet, and `minimize` gives the one way in which each of its elements is written.
 */
import { explainCoverage, type ScopeExplanation } from './explain.js'
import type { ScopeHierarchy } from './hierarchy.js'
import { indexScopes, refuseUnreadable, type ScopeIndex, type Scopes } from './scope-index.js'

/** How one set of scopes stands to another. */
export type ScopeComparison = 'equal' | 'wider' | 'narrower' | 'incomparable'

/**
 * What can be asked of scopes. Every answer is in canonical form: older spellings replaced, sorted, each once; what the
 * hierarchy doesn't know is kept and stands for itself. Nothing here throws, but a
 * `ScopeError` with the code `too_long` for more than 64 KiB of scopes, and a `ConfigurationError` or a `ScopeError` with
 * the code `malformed` for what the types forbid.
 */
export interface ScopeAlgebra {
  /** The scopes of a text or a list. */
  parse(scopes: Scopes): string[]
  /** Scopes as one text, as the provider reads it. */
  serialize(scopes: Scopes): string
  /** Whether the granted scopes include every needed one. */
  covers(granted: Scopes, needed: Scopes): boolean
  /**
   * `covers` for scopes that are asked about again and again: what they include is worked out once. A question that
   * names a known scope then takes one look-up and allocates nothing.
   */
  covering(granted: Scopes): (needed: Scopes) => boolean
  /** The needed scopes that the granted ones don't include. */
  missing(granted: Scopes, needed: Scopes): string[]
  /** The fewest scopes that include the same: without those that another one includes. */
  minimize(scopes: Scopes): string[]
  /** The fewest scopes that include what either includes. */
  union(one: Scopes, other: Scopes): string[]
  /** The fewest scopes that include what both include. */
  intersect(one: Scopes, other: Scopes): string[]
  /** The scopes and every known one that they include. */
  expand(scopes: Scopes): string[]
  /** Whether both include the same. */
  equals(one: Scopes, other: Scopes): boolean
  /** Whether the first includes more than the second (`wider`), less, the same, or something else. */
  compare(one: Scopes, other: Scopes): ScopeComparison
  /** Why each needed scope is included, or that it isn't. */
  explain(granted: Scopes, needed: Scopes): ScopeExplanation[]
}

/**
 * The algebra of one provider's scopes. Nothing is built until it is first asked; then each answer takes linear time.
 *
 * @example
 * ```ts
 * const { covers } = createScopeAlgebra({
 *   includes: { repo: ['repo:status'], 'repo:status': [] },
 *   aliases: {},
 *   wildcard: undefined,
 *   separators: { read: ' ,', write: ' ' },
 *   ignoreCase: false,
 * })
 * covers('repo', 'repo:status') // true
 * ```
 */
export function createScopeAlgebra(hierarchy: ScopeHierarchy): ScopeAlgebra {
  const { wildcard } = hierarchy
  let built: ScopeIndex | undefined

  function index(): ScopeIndex {
    built ??= indexScopes(hierarchy)
    return built
  }

  function read(scopes: Scopes): string[] {
    return index().read(scopes)
  }

  function isWhole(reached: ReadonlySet<string>): boolean {
    return wildcard !== undefined && reached.has(wildcard)
  }

  function lacking(granted: readonly string[], needed: readonly string[]): string[] {
    const reached = index().reach(granted)
    return isWhole(reached) ? [] : needed.filter((scope) => !reached.has(scope))
  }

  function covers(granted: Scopes, needed: Scopes): boolean {
    return lacking(read(granted), read(needed)).length === 0
  }

  function covering(granted: Scopes): (needed: Scopes) => boolean {
    const { numbers, reach } = index()
    const reached = reach(read(granted))
    const whole = isWhole(reached)
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

  function smallest(scopes: readonly string[]): string[] {
    const { included, reach } = index()
    if (wildcard !== undefined && isWhole(reach(scopes))) return [wildcard]
    const below = reach(scopes.flatMap(included))
    const top = scopes.filter((scope) => !below.has(scope))
    // Of scopes that include each other none is on top: the first of them stands for all.
    const reached = reach(top)
    for (const scope of scopes) {
      if (reached.has(scope)) continue
      top.push(scope)
      reach([scope], reached)
    }
    return top.sort()
  }

  function common(one: readonly string[], other: readonly string[]): string[] {
    const { reach } = index()
    const [ofOne, ofOther] = [reach(one), reach(other)]
    if (isWhole(ofOne)) return smallest(other)
    if (isWhole(ofOther)) return smallest(one)
    return smallest([...ofOne].filter((scope) => ofOther.has(scope)).sort())
  }

  function expand(scopes: readonly string[]): string[] {
    const { known, reach } = index()
    const reached = reach(scopes)
    return [...(isWhole(reached) ? new Set([...reached, ...known.keys()]) : reached)].sort()
  }

  function compare(one: Scopes, other: Scopes): ScopeComparison {
    const [first, second] = [read(one), read(other)]
    const [wide, narrow] = [lacking(first, second).length === 0, lacking(second, first).length === 0]
    if (wide && narrow) return 'equal'
    if (wide) return 'wider'
    return narrow ? 'narrower' : 'incomparable'
  }

  return {
    parse: read,
    serialize: (scopes) => read(scopes).join(hierarchy.separators.write),
    covers,
    covering,
    missing: (granted, needed) => lacking(read(granted), read(needed)),
    minimize: (scopes) => smallest(read(scopes)),
    union: (one, other) => smallest([...new Set([...read(one), ...read(other)])].sort()),
    intersect: (one, other) => common(read(one), read(other)),
    expand: (scopes) => expand(read(scopes)),
    equals: (one, other) => compare(one, other) === 'equal',
    compare,
    explain: (granted, needed) => explainCoverage(index(), wildcard, read(granted), read(needed)),
  }
}
