/** The callback: what the user's browser brings back, and the login that it belongs to. */

import type { Settings } from '../client/client-options.js'
import type { CallbackErrorCode } from '../errors/error-codes.js'
import { CallbackError, ConfigurationError } from '../errors/errors.js'
import { errorOfCallback } from '../errors/server-error.js'
import { decodeAuthorizationResponse } from '../generated/decoders.js'
import type { AuthorizationResponse } from '../generated/messages.js'
import { type Leaving, storeAnswer } from '../transport/abort.js'
import { carriesToken } from '../wire/carries-token.js'
import { codeVerifier } from '../wire/checks.js'
import { FieldError } from '../wire/field-error.js'
import { Fields } from '../wire/fields.js'
import type { PendingLogin, PendingLogins } from './pending-logins.js'

/** A callback that could be read: its state, and either a code or an error. Nothing in it is trusted yet. */
export interface Callback {
  readonly state: string
  readonly issuer: string | undefined
  readonly outcome:
    | { readonly code: string }
    | { readonly error: string; readonly response: AuthorizationResponse }
}

const MAX_LENGTH = 16 * 1024

/** What to do about most of them. */
const AGAIN = 'Begin another login.'

/**
 * Reads a callback: a whole URL, or its path and query as an HTTP server gives it.
 *
 * @throws CallbackError for what no login server sends, ConfigurationError for what is no URL at all.
 */
export function readCallback(url: string | URL): Callback {
  if (typeof url !== 'string' && !(url instanceof URL)) {
    throw new ConfigurationError('callbackUrl', 'a URL, or its path and query')
  }
  const response = decode(parametersOf(String(url)))
  const { code, error, state, iss } = response
  if (state === undefined)
    refuse('state_missing', `The callback has no state, so no login can be told from it. ${AGAIN}`)
  if ((code === undefined) === (error === undefined)) {
    const came = code === undefined ? 'it has neither' : 'it has both'
    refuse('malformed', `The callback must have either a code or an error, and ${came}.`)
  }
  const outcome = code !== undefined ? { code } : { error: error ?? '', response }
  return { state, issuer: iss, outcome }
}

function parametersOf(url: string): URLSearchParams {
  // The base only makes a path readable; nothing of it is used.
  // A code alone would be read as a path.
  if (
    url.length > MAX_LENGTH ||
    !/^[\w+.-]*[:/?]/.test(url) ||
    !URL.canParse(url, 'https://callback.invalid')
  ) {
    refuse(
      'malformed',
      `The callback must be a URL, or its path and query, of at most ${MAX_LENGTH} characters.`,
    )
  }
  const callback = new URL(url, 'https://callback.invalid')
  if (carriesToken(callback)) {
    refuse(
      'token_in_url',
      `The callback carries a token. Only the implicit grant does, which is not used. ${AGAIN}`,
    )
  }
  return callback.searchParams
}

function decode(parameters: URLSearchParams): AuthorizationResponse {
  try {
    return decodeAuthorizationResponse(Fields.fromParameters(parameters))
  } catch (error) {
    if (!(error instanceof FieldError)) throw error
    const code = error.problem === 'repeated' ? 'parameter_repeated' : 'malformed'
    refuse(code, `The callback can't be read: ${error.message}.`)
  }
}

/** What `createSecret` makes. Any other text is no state of ours, and no store needs to see it. */
const ownState = /^[\w-]{43}$/

/**
 * The login that a callback belongs to. It stays where it is, so a forged callback uses nothing up.
 *
 * @throws CallbackError unless the login was begun here, by this client, not too long ago, and the callback doesn't
 * come from another server (RFC 9207 §2.4). NetworkError if that can't be known: the caller leaves, or the store fails.
 */
export async function findLogin(
  settings: Settings,
  pending: PendingLogins,
  callback: Callback,
  signal?: AbortSignal,
): Promise<PendingLogin> {
  const { state } = callback
  const login = ownState.test(state)
    ? await storeAnswer(settings.timeout, leaving(callback, signal), () => pending.get(state))
    : undefined
  if (!login) {
    const message = 'No login with this state was begun in this browser, or it has been used or has expired.'
    refuse('state_unknown', `${message} ${AGAIN}`)
  }
  if (codeVerifier.read(login.codeVerifier) === undefined || !Array.isArray(login.scopes)) {
    const message = 'The store of pending logins gave back no record with a codeVerifier and scopes.'
    refuse('state_unknown', `${message} It must give back what put was given.`)
  }
  // Put so that a time that isn't a number counts as over.
  if (!(login.expiresAt > settings.clock.now())) {
    refuse('login_expired', `The login was begun longer ago than its ttl allows. ${AGAIN}`)
  }
  if (login.issuer !== issuerOf(settings) || login.clientId !== settings.clientId) {
    const message = 'The login was begun by a client with another clientId, baseUrl or issuer.'
    refuse('login_of_other_client', `${message} Complete it with the client that began it.`)
  }
  if (callback.issuer === undefined) {
    if (settings.issuer !== undefined) {
      refuse('issuer_missing', 'The callback has no iss, which the option issuer makes it have.')
    }
  } else if (callback.issuer !== login.issuer) {
    refuse(
      'issuer_mismatch',
      'The callback comes from another authorization server: its iss names another one.',
    )
  }
  return login
}

/** What a login is bound to, and `iss` compared with: the base URL where the app didn't say what its server calls itself. */
export function issuerOf({ issuer, baseUrl }: Settings): string {
  return issuer ?? baseUrl
}

function leaving({ state, outcome }: Callback, signal: AbortSignal | undefined): Leaving {
  return { operation: 'exchange', signal, secrets: [state, ...('code' in outcome ? [outcome.code] : [])] }
}

/** What a caller must know of whom nothing was sent from here on. */
export const MAY_BE_USED_UP = 'but the login may be used up: begin another'

/**
 * Uses the login up. From here on its callback is void, whatever comes of it (RFC 9700 §4.2.4).
 *
 * @throws CallbackError if another call was faster; NetworkError if the caller leaves or the store fails, whose message
 * says that the login may be used up.
 */
export async function useUp(
  settings: Settings,
  pending: PendingLogins,
  callback: Callback,
  { codeVerifier }: PendingLogin,
  signal?: AbortSignal,
): Promise<void> {
  const { secrets, ...rest } = leaving(callback, signal)
  const login = await storeAnswer(
    settings.timeout,
    { ...rest, secrets: [...secrets, codeVerifier], note: MAY_BE_USED_UP },
    () => pending.take(callback.state),
  )
  if (!login) refuse('already_used', 'The callback has been used by another call, whose outcome counts.')
}

function refuse(code: CallbackErrorCode, message: string): never {
  throw new CallbackError({ code, operation: 'authorize', message })
}

/** @throws ServerError if the callback carries an error instead. */
export function authorizationCode({ outcome, state }: Callback): string {
  if ('code' in outcome) return outcome.code
  throw errorOfCallback(outcome.error, outcome.response, [state])
}
