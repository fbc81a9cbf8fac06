/**
 * The operations of Linode's API and the scopes that they need. A subpath of its own: its table is large, and an app
 * that doesn't ask never loads it.
 */
import type { ScopeErrorCode } from './error-codes.js'
import { ScopeError } from './errors.js'
import { hierarchy } from './generated/hierarchy.js'
import { operations as table } from './generated/operations.js'
import type { OAuthScope } from './generated/scopes.js'
import { cleanText } from './redact.js'
import { linodeScopes } from './scopes/linode.js'

export { operations } from './generated/operations.js'
export type { OAuthScope } from './generated/scopes.js'

/** An operation of Linode's API, as `'METHOD /path'`. */
export type Operation = keyof typeof table

/** How many ways to choose among alternatives are followed at once. */
const MAX_WAYS = 100

/**
 * The fewest scopes with which a token may call all of the operations.
 *
 * @param operations - such as `'GET /linode/instances'`, with path parameters in braces
 * @throws ScopeError for an operation that isn't known, or that takes a personal access token only.
 */
export function forOperations(operations: readonly Operation[]): OAuthScope[] {
  const sets = [...new Set(operations)].map(sufficientSets)
  // Those that leave no choice first: what they need may settle the others.
  const [fewest = []] = sets.sort((one, other) => one.length - other.length).reduce<Ways>(extend, [[]])
  return fewest.filter(isOAuthScope)
}

type Ways = readonly (readonly string[])[]

/** Each way so far, made to suffice for one more operation; the fewest scopes first. */
function extend(ways: Ways, sets: Ways): Ways {
  const extended = ways.flatMap((way) =>
    sets.some((set) => linodeScopes.covers(way, set))
      ? [way]
      : sets.map((set) => linodeScopes.minimize([...way, ...set])),
  )
  const distinct = new Map(extended.map((way) => [way.join(' '), way]))
  return [...distinct.values()].sort((one, other) => one.length - other.length).slice(0, MAX_WAYS)
}

/** Any one of these sets is enough; each is needed whole. */
function sufficientSets(operation: Operation): Ways {
  const access = Object.hasOwn(table, operation) ? table[operation] : 'unknown'
  if (access === 'unknown') {
    throw refused('unknown_operation', `No operation is called "${cleanText(String(operation))}".`)
  }
  if (access === 'pat') {
    throw refused('personal_token_only', `"${operation}" takes a personal access token, whatever the scopes.`)
  }
  return access === 'none' || access === 'any_token' ? [[]] : access
}

function refused(code: ScopeErrorCode, message: string): ScopeError {
  return new ScopeError({ code, operation: 'read-scopes', message })
}

function isOAuthScope(scope: string): scope is OAuthScope {
  return scope === hierarchy.wildcard || Object.hasOwn(hierarchy.includes, scope)
}
