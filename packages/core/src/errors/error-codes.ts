/** The words that errors are told apart by. They stay the same from version to version. */
import type { EndpointName } from '../generated/endpoints.js'
import type { OAuthErrorCode } from '../generated/error-codes.js'

/** What was being done when an error arose: a request, or work on values that the app handed in. */
export type LoginOperation = EndpointName | 'configure' | 'read-scopes' | 'read-token' | 'call-api'

/** The codes of a `ConfigurationError`: an option is wrong, or the runtime lacks what is needed. */
export type ConfigurationErrorCode = 'option_invalid' | 'runtime_unsupported'

/**
 * The codes of a `CallbackError`.
 *
 * - `malformed`: the URL, or a parameter in it, can't be read, or has neither a code nor an error
 * - `parameter_repeated`: a parameter stands in it twice
 * - `token_in_url`: it carries a token, which only the implicit grant does
 * - `state_missing`: it has no state
 * - `state_unknown`: no login with this state was begun here, or it has been used, or its store
 *   forgot it when it expired
 * - `login_expired`: the login was begun too long ago, and its store still has it
 * - `login_of_other_client`: the login was begun by a client with another id or login server
 * - `issuer_mismatch`: it comes from another authorization server
 * - `issuer_missing`: it names no authorization server, and the client was told that its server names itself
 * - `already_used`: another call was faster with the same callback
 */
export type CallbackErrorCode =
  | 'malformed'
  | 'parameter_repeated'
  | 'token_in_url'
  | 'state_missing'
  | 'state_unknown'
  | 'login_expired'
  | 'login_of_other_client'
  | 'issuer_mismatch'
  | 'issuer_missing'
  | 'already_used'

/**
 * The codes of a `ServerError`: an OAuth error code where the server gave a known one, else
 *
 * - `rate_limited`: status 429
 * - `blocked_by_edge`: the edge in front of the service refused the request; `reference`
 *   is what support asks for
 * - `token_still_valid`: status 503 to a revocation, which ended nothing (RFC 7009 §2.2.1)
 * - `unavailable`: another status from 500 up
 * - `rejected`: any other refusal
 */
export type ServerErrorCode =
  | OAuthErrorCode
  | 'rate_limited'
  | 'blocked_by_edge'
  | 'token_still_valid'
  | 'unavailable'
  | 'rejected'

/**
 * The codes of an `InvalidResponseError`.
 *
 * - `redirected`: a redirect, which is never followed
 * - `unexpected_status`: a status that is neither 200 nor an error
 * - `too_large`: more than 256 KiB
 * - `unsupported_encoding`: more than one content encoding
 * - `not_json`: not called JSON, or no JSON object in UTF-8
 * - `invalid_field`: a field is missing, repeated, malformed, or contradicts another
 * - `error_in_success`: an error under status 200
 */
export type InvalidResponseErrorCode =
  | 'redirected'
  | 'unexpected_status'
  | 'too_large'
  | 'unsupported_encoding'
  | 'not_json'
  | 'invalid_field'
  | 'error_in_success'

/**
 * The codes of a `NetworkError`.
 *
 * - `timeout`: the deadline passed
 * - `cancelled`: the caller's signal was aborted
 * - `failed`: the connection failed
 * - `store_failed`: the store of pending logins threw, before anything was sent
 */
export type NetworkErrorCode = 'timeout' | 'cancelled' | 'failed' | 'store_failed'

/**
 * The codes of a `ScopeError`.
 *
 * - `malformed`: a text that is no scope, or holds a separator
 * - `too_long`: more than 64 KiB of scopes
 * - `not_granted`: a refresh that asks for more than was granted
 * - `unknown_operation`: no such API operation
 * - `unknown_scope`: no such scope
 * - `personal_token_only`: the operation takes no OAuth token, whatever its scopes
 * - `too_many_ways`: operations that accept alternatives, in more than 256 ways together
 * - `already_granted`: a login for more scopes where the token lacks none of them
 * - `missing_unknown`: a login for more scopes where nobody said which
 * - `declined`: a login for scopes that one before has asked for and did not get
 */
export type ScopeErrorCode =
  | 'malformed'
  | 'too_long'
  | 'not_granted'
  | 'unknown_operation'
  | 'unknown_scope'
  | 'personal_token_only'
  | 'too_many_ways'
  | 'already_granted'
  | 'missing_unknown'
  | 'declined'

/** The codes of a `TokenFormatError`: not a token, or one that a newer version wrote. */
export type TokenFormatErrorCode = 'malformed' | 'unsupported_version'

/** The codes of a `LoginRequiredError`: the token has no refresh token. */
export type LoginRequiredErrorCode = 'no_refresh_token'

/** The code of an `InsufficientScopeError`: the token lacks scopes. */
export type InsufficientScopeErrorCode = 'insufficient_scope'

/** Every code that an error of this package can have. */
export type LinodeLoginErrorCode =
  | ConfigurationErrorCode
  | CallbackErrorCode
  | ServerErrorCode
  | InvalidResponseErrorCode
  | NetworkErrorCode
  | ScopeErrorCode
  | TokenFormatErrorCode
  | LoginRequiredErrorCode
  | InsufficientScopeErrorCode
