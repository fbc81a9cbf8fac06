/**
 * The operations of Linode's API and the scopes that they need. A subpath of its own: its table is large, and
 * an app that doesn't ask never loads it.
 */
export type {
  OAuthOperation,
  OperationId,
  PersonalTokenOperation,
  PersonalTokenOperationId,
} from './generated/operations.js'
export type { OAuthScope } from './generated/scopes.js'
export {
  forOperations,
  type Operation,
  type OperationReference,
  type OperationUrl,
  operationOf,
  operations,
  operationsAllowed,
  type PersonalTokenRefusal,
  scopeSetsForOperations,
  whyNeeded,
} from './operations/linode.js'
export type { ScopeReason } from './operations/operation-scopes.js'
export type { OperationFacts, OperationNeeds } from './operations/operation-table.js'
export type { Scopes } from './scopes/scope-index.js'
