/** All that this package exports. */
export type { ApiRequest, PathParameter } from './api/api-request.js'
export type { ApiAnswer } from './api/standing-answers.js'
export { type Authority, type AuthorityOptions, createAuthority } from './authority/authority.js'
export type { Authorization, ReturnAddress } from './authority/authorization.js'
export type { Client } from './authority/clients.js'
export { Refusal } from './authority/refusal.js'
export type { Switches, SwitchOptions } from './authority/switches.js'
export type { TokenSet } from './authority/tokens/issue-tokens.js'
export type { AccessToken } from './authority/tokens/issued-tokens.js'
export type { User } from './authority/user.js'
export type { RequestName, ScriptedName } from './call/call.js'
export type { Decision } from './call/decision.js'
export { type Duration, FakeClock } from './fake-clock.js'
export { FakeLogin } from './fake-login.js'
export { linode } from './generated/provider.js'
export { type ProfileName, profiles } from './linode/profiles.js'
export type { AppRegistration, ConfidentialClient, PublicClient } from './options/client-registration.js'
export type { FakeLoginOptions } from './options/fake-login-options.js'
export { UsageError } from './options/usage-error.js'
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
} from './provider/provider.js'
export type { RecordedRequest } from './record/recorded-request.js'
export type { RequestRecord } from './record/request-log.js'
export type {
  ApiErrorName,
  GivenAnswer,
  GivenError,
  GivenFault,
  GivenOutcome,
} from './script/given-outcome.js'
export type { AnswerScript, Unplayed } from './script/script.js'
export type { TlsOptions } from './transport/node-server.js'
