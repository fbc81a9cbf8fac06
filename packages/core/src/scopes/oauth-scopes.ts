/** What `OAuthScopes` holds: each family's scopes, and what can be asked of scopes, bound to Linode's hierarchy. */
import type { OAuthScope } from '../generated/scopes.js'
import type { ScopeComparison } from './algebra.js'
import type { ScopeExplanation } from './explain.js'
import { linodeScopes } from './linode.js'
import type { Scopes } from './scope-index.js'
import { type AnyOAuthScope, isOAuthScope } from './typed.js'

export * from '../generated/scopes.js'

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
  return linodeScopes.parse(text)
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
  return linodeScopes.serialize(scopes)
}

/**
 * Whether the granted scopes include every needed one.
 *
 * @example
 * ```ts
 * covers(['linodes:read_write'], ['linodes:read_only']) // true
 * covers(['linodes:read_only'], ['linodes:read_write']) // false
 * ```
 */
export function covers(granted: Scopes<AnyOAuthScope>, needed: Scopes<AnyOAuthScope>): boolean {
  return linodeScopes.covers(granted, needed)
}

/**
 * The needed scopes that the granted ones don't include.
 *
 * @example
 * ```ts
 * missing(['linodes:read_only'], ['linodes:read_write']) // ['linodes:read_write']
 * ```
 */
export function missing(granted: Scopes<AnyOAuthScope>, needed: Scopes<AnyOAuthScope>): AnyOAuthScope[] {
  return linodeScopes.missing(granted, needed)
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
  return linodeScopes.minimize(scopes)
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
  return linodeScopes.union(one, other)
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
  return linodeScopes.intersect(one, other)
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
  return linodeScopes.expand(scopes)
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
  return linodeScopes.equals(one, other)
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
  return linodeScopes.compare(one, other)
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
  return linodeScopes.explain(granted, needed)
}

/**
 * Whether a scope is one that this package knows by its own name, so that it may be asked for.
 *
 * @example
 * ```ts
 * isKnown('linodes:read_only') // true
 * isKnown('rockets:fly') // false
 * ```
 */
export function isKnown(scope: string): scope is OAuthScope {
  return isOAuthScope(scope)
}
