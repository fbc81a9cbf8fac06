/** All that this package exports. */
export { type Authority, type AuthorityOptions, createAuthority } from './authority/authority.js'
export type { Authorization, ReturnAddress } from './authority/authorization.js'
export type { Client } from './authority/clients.js'
export type { TokenSet } from './authority/issue-tokens.js'
export type { AccessToken } from './authority/issued-tokens.js'
export { Refusal } from './authority/refusal.js'
export type { Switches, SwitchOptions } from './authority/switches.js'
export type { User } from './authority/user.js'
export type { RequestName, ScriptedName } from './call.js'
export type { AppRegistration, ConfidentialClient, PublicClient } from './client-registration.js'
export { type Duration, FakeClock } from './fake-clock.js'
export { FakeLogin } from './fake-login.js'
export type { FakeLoginOptions } from './fake-login-options.js'
export { linode } from './generated/provider.js'
export type { ApiErrorName, GivenAnswer, GivenError, GivenFault, GivenOutcome } from './given-outcome.js'
export { type ProfileName, profiles } from './profiles.js'
export type {
  Api,
  ApiError,
  ApiOperation,
  ClientCredentials,
  Credentials,
  Endpoint,
  EndpointName,
  EndpointOf,
  ErrorResponseShape,
  Lifetimes,
  Provider,
  RefusalBody,
  Requests,
  ScopeText,
  TokenResponseShape,
} from './provider.js'
export type { RecordedRequest } from './recorded-request.js'
export type { RequestRecord } from './requests.js'
export type { AnswerScript } from './script.js'
export type { TlsOptions } from './transport/node-server.js'
export { UsageError } from './usage-error.js'
