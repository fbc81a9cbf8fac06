/** What can be asked of scopes, for any provider's hierarchy. */
import type { ScopeHierarchy } from '../provider/hierarchy.js'
import {
  compare,
  covering,
  covers,
  expand,
  explain,
  intersect,
  minimize,
  missing,
  type ScopeComparison,
  type ScopeExplanation,
  union,
} from './lattice.js'
import { lazyIndex, refuseMore, type Scopes } from './scope-index.js'

/**
 * What can be asked of scopes. Every answer is in canonical form: older spellings replaced, sorted, each
 * once; what the hierarchy doesn't know is kept and stands for itself. Nothing here throws, but a
 * `ScopeError` with the code `too_long` for more than 64 KiB of scopes, and a `ConfigurationError` or a
 * `ScopeError` with the code `malformed` for what the types forbid.
 */
export interface ScopeAlgebra {
  /** The scopes of a text or a list. */
  parse(scopes: Scopes): string[]
  /** Scopes as one text, as the provider reads it. */
  serialize(scopes: Scopes): string
  /** Whether the granted scopes include every needed one. */
  covers(granted: Scopes, needed: Scopes): boolean
  /**
   * `covers` for scopes that are asked about again and again: what they include is worked out once. A
   * question that names a known scope then takes one look-up and allocates nothing.
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
 * The algebra of one provider's scopes. Nothing is built until it is first asked; then each
 * answer takes linear time.
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
  const index = lazyIndex(hierarchy)
  return {
    parse: (scopes) => index().read(scopes),
    serialize: (scopes) => index().write(scopes),
    covers: (granted, needed, ...more: readonly unknown[]) => {
      refuseMore(more)
      return covers(index(), granted, needed)
    },
    covering: (granted) => covering(index(), granted),
    missing: (granted, needed, ...more: readonly unknown[]) => {
      refuseMore(more)
      return missing(index(), granted, needed)
    },
    minimize: (scopes) => minimize(index(), scopes),
    union: (one, other) => union(index(), one, other),
    intersect: (one, other) => intersect(index(), one, other),
    expand: (scopes) => expand(index(), scopes),
    equals: (one, other) => compare(index(), one, other) === 'equal',
    compare: (one, other) => compare(index(), one, other),
    explain: (granted, needed) => explain(index(), granted, needed),
  }
}
