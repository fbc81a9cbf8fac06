/** What an app imports. */

export {
  InsufficientScopeError,
  type StepUpScopes,
  type StepUpToken,
} from './audit/insufficient-scope-error.js'
export type {
  BeginLoginOptions,
  CallOptions,
  CompleteLoginOptions,
  ExpireOptions,
  FinishOptions,
  LoginUrlOptions,
  RefreshOptions,
} from './call-options.js'
export { LinodeLoginClient } from './client.js'
export type { ClientOptions, Runtime } from './client-options.js'
export { type Clock, systemClock } from './clock.js'
export type {
  CallbackErrorCode,
  ConfigurationErrorCode,
  InvalidResponseErrorCode,
  LoginOperation,
  LoginRequiredErrorCode,
  NetworkErrorCode,
  ScopeErrorCode,
  ServerErrorCode,
  TokenFormatErrorCode,
} from './error-codes.js'
export {
  CallbackError,
  ConfigurationError,
  type ErrorClass,
  type ErrorDetails,
  InvalidResponseError,
  LinodeLoginError,
  LoginRequiredError,
  NetworkError,
  ScopeError,
  ServerError,
  type ServerErrorFields,
  TokenFormatError,
} from './errors.js'
export type { EndpointName } from './generated/endpoints.js'
export type { OAuthErrorCode } from './generated/error-codes.js'
export type { ScopeCovers } from './generated/scope-covers.js'
export type { OAuthScope } from './generated/scopes.js'
export { OAuthToken, type OAuthTokenFields } from './oauth-token.js'
export { boundTo, MemoryPendingLogins, type PendingLogin, type PendingLogins } from './pending-logins.js'
export type { ScopeComparison, ScopeExplanation } from './scopes/lattice.js'
export * as OAuthScopes from './scopes/oauth-scopes.js'
export type { Scopes } from './scopes/scope-index.js'
export type { AnyOAuthScope, CoveredScopes, ProvenScopes, SingleScope } from './scopes/typed.js'
