/** What watches the scopes of calls to api.linode.com. */

export { type AuditingFetch, auditingFetch } from './audit/auditing-fetch.js'
export { type AskedScope, type OperationCalls, ScopeAudit, type ScopeReport } from './audit/scope-audit.js'
export { readScopeHeaders, type ScopeHeaders } from './audit/scope-headers.js'
export { type ScopesOfTokenOptions, scopesOfToken } from './audit/scopes-of-token.js'
export type * from './errors/error-codes.js'
export type { ErrorClass, ErrorDetails, LinodeLoginError } from './errors/errors.js'
export type { EndpointName } from './generated/endpoints.js'
export type { OAuthErrorCode } from './generated/error-codes.js'
export type { OAuthScope } from './generated/scopes.js'
export type { Scopes } from './scopes/scope-index.js'
export {
  InsufficientScopeError,
  type StepUpScopes,
  type StepUpToken,
} from './tokens/insufficient-scope-error.js'
