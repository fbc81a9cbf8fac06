/**
 * What the compiler knows of scopes: how they are read and asked for, and which of them
 * a token is proven to have.
 */
import type { ScopeCovers } from '../generated/scope-covers.js'
import type { OAuthScope } from '../generated/scopes.js'

/**
 * A scope as it is read: one of Linode's, or, as a plain string, one of a server that
 * is newer than this package.
 */
export type AnyOAuthScope = OAuthScope | (string & {})

/**
 * A scope to look for: any that is known, and whatever a variable may hold, but no literal that isn't known,
 * which would be a misspelt one.
 */
export type ReadScope<Scope extends string> = Scope extends OAuthScope
  ? Scope
  : // A literal makes a property that must be there; `string`, and a template with one in it, an index.
    Record<never, never> extends Record<Scope, unknown>
    ? Scope
    : OAuthScope

/**
 * All that the scopes cover, a property each: what is proven for too little lacks a property,
 * and the compiler names it.
 */
export type CoveredScopes<Granted extends OAuthScope> = {
  readonly [scope in ScopeCovers[Granted]]: 'covered'
}

/**
 * What asking for the scopes proves. Each must be known when the program is compiled: of a variable that may
 * hold either of two scopes the token has one, and nobody can say which.
 */
export type ProvenScopes<Needed extends readonly OAuthScope[]> = {
  [index in keyof Needed]: SingleScope<Needed[index]>
}[number]

/** The scope where it is one; nothing where it may be one of several. */
export type SingleScope<Scope extends OAuthScope, Whole = Scope> = Scope extends unknown
  ? [Whole] extends [Scope]
    ? Scope
    : never
  : never
