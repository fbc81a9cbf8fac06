/** What `OAuthScopes` holds: each family's scopes, and what can be asked of scopes, bound to Linode's hierarchy. */
import type { ScopeComparison } from './algebra.js'
import type { ScopeExplanation } from './explain.js'
import { linodeScopes } from './linode.js'
import type { Scopes } from './scope-index.js'

export * from '../generated/scopes.js'

/**
 * The scopes of a text, in canonical form: older names replaced, sorted, each once. What isn't known is kept.
 *
 * @throws ScopeError for more than 64 KiB.
 */
export function parse(text: string): string[] {
  return linodeScopes.parse(text)
}

/** Scopes as one text in canonical form, as Linode reads it. */
export function serialize(scopes: Scopes): string {
  return linodeScopes.serialize(scopes)
}

/** Whether the granted scopes include every needed one. */
export function covers(granted: Scopes, needed: Scopes): boolean {
  return linodeScopes.covers(granted, needed)
}

/** The needed scopes that the granted ones don't include. */
export function missing(granted: Scopes, needed: Scopes): string[] {
  return linodeScopes.missing(granted, needed)
}

/** The fewest scopes that include the same: without those that another one of them includes. */
export function minimize(scopes: Scopes): string[] {
  return linodeScopes.minimize(scopes)
}

/** The fewest scopes that include what either includes: what a user who has one must be asked for to get both. */
export function union(one: Scopes, other: Scopes): string[] {
  return linodeScopes.union(one, other)
}

/** The fewest scopes that include what both include. */
export function intersect(one: Scopes, other: Scopes): string[] {
  return linodeScopes.intersect(one, other)
}

/** The scopes and every known one that they include. */
export function expand(scopes: Scopes): string[] {
  return linodeScopes.expand(scopes)
}

/** Whether both include the same, however they are written. */
export function equals(one: Scopes, other: Scopes): boolean {
  return linodeScopes.equals(one, other)
}

/** Whether the first includes more than the second (`wider`), less (`narrower`), the same, or something else. */
export function compare(one: Scopes, other: Scopes): ScopeComparison {
  return linodeScopes.compare(one, other)
}

/** Why each needed scope is included: the way to it from a granted one, or `undefined` where it isn't. */
export function explain(granted: Scopes, needed: Scopes): ScopeExplanation[] {
  return linodeScopes.explain(granted, needed)
}
