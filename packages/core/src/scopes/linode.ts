/**
 * What can be asked of scopes, bound to Linode's hierarchy: functions apart, so that an app
 * carries only those it uses.
 */
import { hierarchy } from '../generated/hierarchy.js'
import type { ScopeComparison, ScopeExplanation } from './lattice.js'
import * as lattice from './lattice.js'
import { lazyIndex, refuseMore, type ScopeIndex, type Scopes } from './scope-index.js'
import type { AnyOAuthScope } from './typed.js'

const linode: () => ScopeIndex = /* @__PURE__ */ lazyIndex(hierarchy)

/**
 * The scopes of a text, in canonical form: older names replaced, sorted, each once. What isn't known is kept.
 *
 * @example
 * ```ts
 * parse('linodes:read_only,domains:*') // ['domains:*', 'linodes:read_only']
 * ```
 * @throws ScopeError for more than 64 KiB.
 */
export function parse(text: string): AnyOAuthScope[] {
  return read(text)
}

/** The same of a list as well; `argument` is what the caller's signature calls it. */
export function read(scopes: Scopes, argument?: string): AnyOAuthScope[] {
  return linode().read(scopes, argument)
}

/**
 * Scopes as one text in canonical form, as Linode reads it.
 *
 * @example
 * ```ts
 * serialize(['volumes:read_write', 'linodes:read_only']) // 'linodes:read_only volumes:read_write'
 * ```
 */
export function serialize(scopes: Scopes<AnyOAuthScope>): string {
  return linode().write(scopes)
}

/**
 * Whether the granted scopes include every needed one.
 *
 * @example
 * ```ts
 * covers(['linodes:read_write'], ['linodes:read_only']) // true
 * covers(['linodes:read_only'], ['linodes:read_write']) // false
 * ```
 * @throws ConfigurationError for a third argument, which would go unseen.
 */
export function covers(granted: Scopes<AnyOAuthScope>, needed: Scopes<AnyOAuthScope>): boolean
export function covers(granted: Scopes, needed: Scopes, ...more: readonly unknown[]): boolean {
  refuseMore(more)
  return lattice.covers(linode(), granted, needed)
}

/**
 * The needed scopes that the granted ones don't include.
 *
 * @example
 * ```ts
 * missing(['linodes:read_only'], ['linodes:read_write']) // ['linodes:read_write']
 * ```
 * @throws ConfigurationError for a third argument, which would go unseen.
 */
export function missing(granted: Scopes<AnyOAuthScope>, needed: Scopes<AnyOAuthScope>): AnyOAuthScope[]
export function missing(granted: Scopes, needed: Scopes, ...more: readonly unknown[]): AnyOAuthScope[] {
  refuseMore(more)
  return lattice.missing(linode(), granted, needed)
}

/**
 * The fewest scopes that include the same: without those that another one of them includes.
 *
 * @example
 * ```ts
 * minimize(['linodes:read_only', 'linodes:read_write']) // ['linodes:read_write']
 * ```
 */
export function minimize(scopes: Scopes<AnyOAuthScope>): AnyOAuthScope[] {
  return lattice.minimize(linode(), scopes)
}

/**
 * The fewest scopes that include what either includes: what a user who has one must be asked for to get both.
 *
 * @example
 * ```ts
 * union(['linodes:read_only'], ['domains:read_write']) // ['domains:read_write', 'linodes:read_only']
 * ```
 */
export function union(one: Scopes<AnyOAuthScope>, other: Scopes<AnyOAuthScope>): AnyOAuthScope[] {
  return lattice.union(linode(), one, other)
}

/**
 * The fewest scopes that include what both include.
 *
 * @example
 * ```ts
 * intersect(['linodes:read_write', 'domains:read_only'], ['linodes:read_only']) // ['linodes:read_only']
 * ```
 */
export function intersect(one: Scopes<AnyOAuthScope>, other: Scopes<AnyOAuthScope>): AnyOAuthScope[] {
  return lattice.intersect(linode(), one, other)
}

/**
 * The scopes and every known one that they include.
 *
 * @example
 * ```ts
 * expand(['linodes:read_write']) // ['linodes:read_only', 'linodes:read_write']
 * ```
 */
export function expand(scopes: Scopes<AnyOAuthScope>): AnyOAuthScope[] {
  return lattice.expand(linode(), scopes)
}

/**
 * Whether both include the same, however they are written.
 *
 * @example
 * ```ts
 * equals(['linodes:*'], ['linodes:*', 'linodes:read_only']) // true
 * ```
 */
export function equals(one: Scopes<AnyOAuthScope>, other: Scopes<AnyOAuthScope>): boolean {
  return compare(one, other) === 'equal'
}

/**
 * Whether the first includes more than the second (`wider`), less (`narrower`), the same, or something else.
 *
 * @example
 * ```ts
 * compare(['linodes:*'], ['linodes:read_only']) // 'wider'
 * compare(['linodes:*'], ['domains:*']) // 'incomparable'
 * ```
 */
export function compare(one: Scopes<AnyOAuthScope>, other: Scopes<AnyOAuthScope>): ScopeComparison {
  return lattice.compare(linode(), one, other)
}

/**
 * Why each needed scope is included: the way to it from a granted one, or `undefined` where it isn't.
 *
 * @example
 * ```ts
 * explain(['linodes:*'], ['linodes:read_only'])
 * // [{ scope: 'linodes:read_only', path: ['linodes:*', 'linodes:read_write', 'linodes:read_only'] }]
 * ```
 */
export function explain(granted: Scopes<AnyOAuthScope>, needed: Scopes<AnyOAuthScope>): ScopeExplanation[] {
  return lattice.explain(linode(), granted, needed)
}

/** `covers` for scopes that are asked about again and again; see `ScopeAlgebra`. */
export function covering(granted: Scopes): (needed: Scopes) => boolean {
  return lattice.covering(linode(), granted)
}
