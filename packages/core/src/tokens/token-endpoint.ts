/** The token endpoint: what it is asked, and when its answer makes a token. */

import { attempt } from '../errors/attempt.js'
import type { InvalidResponseErrorCode } from '../errors/error-codes.js'
import { InvalidResponseError, LinodeLoginError } from '../errors/errors.js'
import { cleanText } from '../errors/redact.js'
import { decodeTokenResponse } from '../generated/decoders.js'
import type { TokenResponse } from '../generated/messages.js'
import * as linodeScopes from '../scopes/linode.js'
import { errorOfAnswer } from '../transport/server-error.js'
import type { Settings } from '../transport/settings.js'
import { type Answer, type FormRequest, secretsOf, send } from '../transport/transport.js'
import { bearerToken, freeText } from '../wire/checks.js'
import { FieldError } from '../wire/field-error.js'
import { Fields } from '../wire/fields.js'
import { OAuthToken } from './oauth-token.js'

/** What holds where the answer leaves something out. */
export interface Known {
  /** The scopes asked for, or granted before; `undefined` where the caller didn't say. */
  readonly scopes: readonly string[] | undefined
  /** What logins asked for: of it the token may lack some. */
  readonly wanted?: readonly string[] | undefined
  /** The refresh token that stays good if no new one comes. */
  readonly refreshToken?: string | undefined
}

/** Asks the token endpoint: send → refuse what is no success → decode → token. */
export async function requestToken(
  settings: Settings,
  request: FormRequest,
  known: Known,
): Promise<OAuthToken> {
  // The lifetime counts from here at the latest, so that a slow answer makes no token seem to live longer.
  const startedAt = settings.clock.now()
  const answer = await send(settings, request)
  refuseFailure(settings, request, answer)
  return readToken(request, answer, (response) => tokenFrom(response, startedAt, known))
}

/** @throws ServerError for an error status, InvalidResponseError for any other but 200. */
export function refuseFailure(settings: Settings, request: FormRequest, answer: Answer): void {
  if (answer.redirected) throw invalid(request, answer, 'redirected', 'a redirect, which is not followed')
  if (answer.status >= 400) throw errorOfAnswer(settings.clock, request, answer)
  if (answer.status !== 200) throw invalid(request, answer, 'unexpected_status', `status ${answer.status}`)
}

function readToken(
  request: FormRequest,
  answer: Answer,
  make: (response: TokenResponse) => OAuthToken,
): OAuthToken {
  const { body, contentType } = answer
  if ('problem' in body) throw invalid(request, answer, body.problem, body.found)
  const called = `called ${cleanText(contentType, secretsOf(request)) || 'nothing'}`
  const fields = attempt(() => Fields.fromJson(body.text))
  if (fields === undefined) {
    throw invalid(request, answer, 'not_json', `a body that is no JSON object and is ${called}`)
  }
  // From here on a new refresh token is known, and the old one may be void: it goes with the error.
  const refreshToken = attempt(() => fields.nullable(bearerToken, 'refresh_token'))
  const refuse = (code: InvalidResponseErrorCode, found: string): never => {
    throw invalid(request, answer, code, found, refreshToken)
  }
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType)) {
    refuse('not_json', `JSON that is ${called}`)
  }
  if (body.text.includes('\ufffd')) refuse('not_json', 'a body that is not UTF-8')
  if (hasError(fields)) refuse('error_in_success', 'an error')
  try {
    return make(decodeTokenResponse(fields))
  } catch (error) {
    // What is well-formed field by field may still make no token.
    if (!(error instanceof FieldError || error instanceof LinodeLoginError)) throw error
    return refuse('invalid_field', `a bad field: ${error.message}`)
  }
}

/** Whether an error stands in the answer, in whatever form; `null` and the empty text are none. */
function hasError(fields: Fields): boolean {
  return fields.has('error') && attempt(() => fields.nullable(freeText, 'error') === undefined) !== true
}

function invalid(
  { operation }: FormRequest,
  { status }: Answer,
  code: InvalidResponseErrorCode,
  found: string,
  refreshToken?: string,
): InvalidResponseError {
  const kept = refreshToken === undefined ? '' : ' It holds a new refresh token: keep revealRefreshToken().'
  const message = `The ${operation} request was answered with ${found}.${kept}`
  return new InvalidResponseError({ code, operation, message, status, refreshToken })
}

function tokenFrom(response: TokenResponse, startedAt: number, known: Known): OAuthToken {
  const { accessToken, expiresIn, refreshToken = known.refreshToken, scope } = response
  const scopes = scope === undefined ? (known.scopes ?? []) : linodeScopes.parse(scope)
  return new OAuthToken({
    accessToken,
    refreshToken,
    scopes,
    unrequestedScopes: known.scopes === undefined ? [] : linodeScopes.missing(known.scopes, scopes),
    ungrantedScopes: linodeScopes.missing(scopes, known.wanted ?? []),
    expiresAt: expiresIn === undefined ? undefined : startedAt + expiresIn * 1000,
  })
}
