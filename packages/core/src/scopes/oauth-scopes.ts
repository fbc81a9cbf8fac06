/** What `OAuthScopes` holds: each family's scopes, and what can be asked of scopes, bound to Linode's hierarchy. */
import type { Scopes } from './algebra.js'
import { linodeScopes } from './linode.js'

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
