/** What an app imports. */

export type {
  BeginLoginOptions,
  CallOptions,
  CompleteLoginOptions,
  ExpireOptions,
  FinishOptions,
  LoginUrlOptions,
  RefreshOptions,
} from './client/call-options.js'
export { LinodeLoginClient } from './client/client.js'
export type { ClientOptions, Runtime } from './client/client-options.js'
export type {
  CallbackErrorCode,
  ConfigurationErrorCode,
  InsufficientScopeErrorCode,
  InvalidResponseErrorCode,
  LinodeLoginErrorCode,
  LoginOperation,
  LoginRequiredErrorCode,
  NetworkErrorCode,
  ScopeErrorCode,
  ServerErrorCode,
  TokenFormatErrorCode,
} from './errors/error-codes.js'
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
} from './errors/errors.js'
export type { EndpointName } from './generated/endpoints.js'
export type { OAuthErrorCode } from './generated/error-codes.js'
export type { ScopeCovers } from './generated/scope-covers.js'
export type { OAuthScope } from './generated/scopes.js'
export {
  boundTo,
  MemoryPendingLogins,
  type PendingLogin,
  type PendingLogins,
} from './login/pending-logins.js'
export type { ScopeComparison, ScopeExplanation } from './scopes/lattice.js'
export * as OAuthScopes from './scopes/oauth-scopes.js'
export type { Scopes } from './scopes/scope-index.js'
export type { AnyOAuthScope, CoveredScopes, ProvenScopes, ReadScope, SingleScope } from './scopes/typed.js'
export { bearerFetch } from './tokens/bearer-fetch.js'
export {
  InsufficientScopeError,
  type StepUpScopes,
  type StepUpToken,
} from './tokens/insufficient-scope-error.js'
export { OAuthToken } from './tokens/oauth-token.js'
export type { OAuthTokenFields } from './tokens/oauth-token-fields.js'
export { type Clock, systemClock } from './transport/clock.js'
