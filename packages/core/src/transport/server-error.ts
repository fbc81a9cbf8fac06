/** What a refusal says: RFC 6749's errors, Linode's, the edge's page, an error in a callback. */

import type { ServerErrorCode } from '../errors/error-codes.js'
import { ServerError } from '../errors/errors.js'
import { type Cleaner, cleaner } from '../errors/redact.js'
import { decodeErrorResponse } from '../generated/decoders.js'
import type { EndpointName } from '../generated/endpoints.js'
import { type OAuthErrorCode, oauthErrorCodes } from '../generated/error-codes.js'
import type { AuthorizationResponse } from '../generated/messages.js'
import type { Check } from '../wire/checks.js'
import { Fields } from '../wire/fields.js'
import type { Clock } from './clock.js'
import { type Answer, type FormRequest, secretsOf } from './transport.js'

/** What an answer says of itself, in any of the three ways that the facts know; cleaned. */
interface Said {
  readonly error?: string | undefined
  readonly description?: string | undefined
  readonly reasons?: readonly string[] | undefined
  readonly reference?: string | undefined
}

/** The error that an answer with a status from 400 up stands for. */
export function errorOfAnswer(clock: Pick<Clock, 'now'>, request: FormRequest, answer: Answer): ServerError {
  const { operation } = request
  const { status } = answer
  const said = read(answer, cleaner(secretsOf(request)))
  const code = codeOf(operation, status, said)
  const words = said.description ?? said.reasons?.join('; ') ?? said.reference
  return new ServerError({
    ...said,
    code,
    operation,
    status,
    retryAfter: milliseconds(answer.retryAfter, clock),
    message: `The ${operation} request was answered with ${[status, said.error].join(' ').trim()}${quoted(words)}${adviceOn(code)}`,
  })
}

/**
 * The error that a callback carries. Its state has been checked, so the server sent it; its
 * words still aren't trusted.
 */
export function errorOfCallback(
  error: string,
  { errorDescription = '' }: AuthorizationResponse,
  secrets: readonly string[],
): ServerError {
  const clean = cleaner(secrets)
  const said = { error: clean(error), description: clean(errorDescription) || undefined }
  const code = isOAuthErrorCode(error) ? error : 'rejected'
  return new ServerError({
    ...said,
    code,
    operation: 'authorize',
    message: `The login server sent the user back with ${said.error}${quoted(said.description)}${adviceOn(code)}`,
  })
}

/** What to do, where the code alone tells. */
const advice: { readonly [Code in ServerErrorCode]?: string } = {
  access_denied: 'The user declined.',
  blocked_by_edge: 'The edge wants a common User-Agent (option headers); its support asks for the reference.',
  invalid_client: 'Check clientId and clientSecret.',
  invalid_grant: 'The user must sign in again.',
  rate_limited: 'Wait before the next try.',
  token_still_valid: 'The token still lives: try again later.',
}

function adviceOn(code: ServerErrorCode): string {
  const words = advice[code]
  return words === undefined ? '' : ` ${words}`
}

function quoted(words: string | undefined): string {
  return words === undefined ? '.' : `: "${words}"${/[.!?]$/.test(words) ? '' : '.'}`
}

function codeOf(operation: EndpointName, status: number, said: Said): ServerErrorCode {
  if (status === 503 && (operation === 'revoke' || operation === 'expire')) return 'token_still_valid'
  // Before the code in the body: an overloaded or broken server's word on a grant isn't its last.
  if (status >= 500) return 'unavailable'
  if (status === 429) return 'rate_limited'
  if (said.error !== undefined && isOAuthErrorCode(said.error)) return said.error
  return said.reference === undefined ? 'rejected' : 'blocked_by_edge'
}

function read({ body, contentType }: Answer, clean: Cleaner): Said {
  const text = 'text' in body ? body.text : ''
  const html = /^text\/html\b/i.test(contentType)
  return html ? { reference: cleanWords(referenceOf(text), clean) } : readJson(text, clean)
}

function readJson(text: string, clean: Cleaner): Said {
  try {
    const fields = Fields.fromJson(text)
    if (!fields.has('error'))
      return { reasons: fields.optional(reasonList, 'errors')?.flatMap((one) => clean(one) || []) }
    const { error, errorDescription } = decodeErrorResponse(fields)
    return { error: cleanWords(error, clean), description: cleanWords(errorDescription, clean) }
  } catch {
    // The status has said enough.
    return {}
  }
}

function cleanWords(words: string | undefined, clean: Cleaner): string | undefined {
  return words === undefined ? undefined : clean(words) || undefined
}

const MAX_REASONS = 10

/** Linode's `[{ reason, field? }, …]`. */
const reasonList: Check<string[]> = {
  expected: 'a list of reasons',
  read: (value) => (Array.isArray(value) ? value.slice(0, MAX_REASONS).flatMap(reasonOf) : undefined),
}

function reasonOf(entry: unknown): string[] {
  if (typeof entry !== 'object' || entry === null || !('reason' in entry)) return []
  const field = 'field' in entry && typeof entry.field === 'string' ? `${entry.field}: ` : ''
  return typeof entry.reason === 'string' ? [field + entry.reason] : []
}

/** The number on a page of the edge, which writes it as `Reference #18.…` or with `&#35;` and `&#46;`. */
function referenceOf(page: string): string | undefined {
  const text = page.replace(/&#(\d{2,3});/g, (_, code) => String.fromCharCode(Number(code)))
  return /Reference\s{1,9}#([\w.]{1,100})/i.exec(text)?.[1]
}

const DAY = 86_400_000

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), from nothing to a day. */
function milliseconds(retryAfter: string | null, clock: Pick<Clock, 'now'>): number | undefined {
  const text = retryAfter?.trim() ?? ''
  const ms = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(/ GMT$/.test(text) ? text : '') - clock.now()
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), DAY)
}

function isOAuthErrorCode(text: string): text is OAuthErrorCode {
  return oauthErrorCodes.some((code) => code === text)
}
