/**
 * The operations of Linode's API and the scopes that they need. A subpath of its own: its table is large, and an app
 * that doesn't ask never loads it.
 */
import { hierarchy } from './generated/hierarchy.js'
import { operations as table } from './generated/operations.js'
import type { OAuthScope } from './generated/scopes.js'
import {
  createOperationScopes,
  type OperationScopes,
  type ScopeReason,
} from './operations/operation-scopes.js'
import { linodeScopes } from './scopes/linode.js'
import type { Scopes } from './scopes/scope-index.js'

export { operations } from './generated/operations.js'
export type { OAuthScope } from './generated/scopes.js'
export type { ScopeReason } from './operations/operation-scopes.js'
export type { OperationNeeds } from './operations/operation-table.js'
export type { Scopes } from './scopes/scope-index.js'

/** An operation of Linode's API, as `'METHOD /path'` with path parameters in braces. */
export type Operation = keyof typeof table

/** One that takes a personal access token only: no scope of an OAuth token suffices for it. */
export type PersonalTokenOperation = {
  [name in Operation]: (typeof table)[name][1] extends 'pat' ? name : never
}[Operation]

/** The id that Linode's document gives an operation. */
export type OperationId = (typeof table)[Exclude<Operation, PersonalTokenOperation>][0]

/** A concrete call: its method and URL, such as `GET https://api.linode.com/v4/linode/instances/123`. */
export type OperationUrl = `${'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'} http${'s' | ''}://${string}`

/** How an operation that an OAuth token may call is named: by method and path, by id, or by a concrete URL. */
export type OperationReference = Exclude<Operation, PersonalTokenOperation> | OperationId | OperationUrl

const linodeOperations: OperationScopes = /* @__PURE__ */ createOperationScopes(table, linodeScopes)

/**
 * The fewest scopes with which a token may call all of the operations.
 *
 * @example
 * ```ts
 * forOperations(['GET /linode/instances', 'POST /volumes/{volumeId}/attach'])
 * // ['linodes:read_write', 'volumes:read_write']
 * ```
 * @param operations - each by method and path, by id, or by method and URL
 * @throws ScopeError for an operation that isn't known (with the nearest ones), or that takes a personal access token only.
 */
export function forOperations(operations: readonly OperationReference[]): OAuthScope[] {
  return (linodeOperations.smallestSets(operations)[0] ?? []).filter(isOAuthScope)
}

/**
 * Every smallest set of scopes with which a token may call all of the operations: more than one where operations accept
 * alternatives. `forOperations` gives the first.
 *
 * @throws ScopeError as `forOperations` does.
 */
export function scopeSetsForOperations(operations: readonly OperationReference[]): OAuthScope[][] {
  return linodeOperations.smallestSets(operations).map((set) => set.filter(isOAuthScope))
}

/**
 * Which of the operations a scope is for, and which of its scopes each needs: what to answer a reviewer.
 *
 * @throws ScopeError for an operation that isn't known.
 */
export function whyNeeded(scope: OAuthScope, operations: readonly OperationReference[]): ScopeReason[] {
  return linodeOperations.whyNeeded(scope, operations)
}

/** Every operation that a token with these scopes may call; those that need no scope are among them. */
export function operationsAllowed(scopes: Scopes): Operation[] {
  return linodeOperations.operationsAllowed(scopes).filter(isOperation)
}

/** The operation that a call is of, such as `'GET /linode/instances/{linodeId}'`; `undefined` if there is none. */
export function operationOf(reference: string): Operation | undefined {
  const found = linodeOperations.find(reference)
  return found !== undefined && isOperation(found) ? found : undefined
}

function isOperation(name: string): name is Operation {
  return Object.hasOwn(table, name)
}

function isOAuthScope(scope: string): scope is OAuthScope {
  return scope === hierarchy.wildcard || Object.hasOwn(hierarchy.includes, scope)
}
