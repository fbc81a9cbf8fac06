/** The callback: what the user's browser brings back. */
import type { CallbackErrorCode } from '../errors/error-codes.js'
import { CallbackError, ConfigurationError } from '../errors/errors.js'
import { decodeAuthorizationResponse } from '../generated/decoders.js'
import type { AuthorizationResponse } from '../generated/messages.js'
import { errorOfCallback } from '../transport/server-error.js'
import { carriesToken } from '../wire/carries-token.js'
import { FieldError } from '../wire/field-error.js'
import { Fields } from '../wire/fields.js'

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
export const AGAIN = 'Begin another login.'

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
  const expected = 'The callback must be a URL, or its path and query'
  if (url.length > MAX_LENGTH) refuse('malformed', `${expected}, of at most ${MAX_LENGTH} characters.`)
  // The base only makes a path readable; nothing of it is used.
  // A code alone would be read as a path.
  if (!/^[\w+.-]*[:/?]/.test(url) || !URL.canParse(url, 'https://callback.invalid')) {
    refuse(
      'malformed',
      `${expected}; what came is neither. Hand over the whole URL: a code alone is for finishOAuth.`,
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

/** @throws ServerError if the callback carries an error instead. */
export function authorizationCode({ outcome, state }: Callback): string {
  if ('code' in outcome) return outcome.code
  throw errorOfCallback(outcome.error, outcome.response, [state])
}

/** A callback that no token comes of. */
export function refuse(code: CallbackErrorCode, message: string): never {
  throw new CallbackError({ code, operation: 'authorize', message })
}
