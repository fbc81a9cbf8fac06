/** How a request that got no answer is told. */
import type { NetworkErrorCode } from './error-codes.js'
import { type ErrorDetails, NetworkError } from './errors.js'
import { redactCause } from './redact.js'

const messages: Readonly<Record<NetworkErrorCode, string>> = {
  timeout: 'had no answer in time',
  cancelled: 'was cancelled',
  failed: 'failed on the way',
  store_failed: 'was given up, since the store of pending logins threw an error',
}

/** What a `NetworkError` is made from; its message is made here. */
export interface Unanswered extends Omit<ErrorDetails<NetworkErrorCode>, 'message'> {
  readonly sent: 'no' | 'maybe'
  /** Where it was to go: of this URL the origin is told. */
  readonly url?: string | undefined
  /** What happened, where it isn't to the request itself. */
  readonly happened?: string | undefined
  /** What else the caller must know, in words that fit behind a comma. */
  readonly note?: string | undefined
}

/** The error of a request that got no answer. */
export function networkError({ url, happened, note, ...details }: Unanswered): NetworkError {
  const { operation, code, sent, cause, secrets } = details
  const to = url === undefined ? '' : ` to ${new URL(url).origin}`
  const said = code === 'failed' ? plain(reason(redactCause(cause, secrets))) : undefined
  const what = `${happened ?? messages[code]}${said ? ` (${said})` : ''}`
  const received = sent === 'no' ? 'it was not sent' : 'the login server may have received it'
  const message = `The ${operation} request${to} ${what}; ${received}${note === undefined ? '' : `, ${note}`}.`
  return new NetworkError({ ...details, message })
}

/** Words and plain addresses: what stands in a query, a quotation or before an @ may be a secret that nobody named. */
function plain(words: string | undefined): string | undefined {
  return words !== undefined && /^[\w\s,.;:/'’()[\]-]*$/.test(words) ? words : undefined
}

/**
 * What the runtime says of an error that hides its secrets: the code of the first behind it that has one, such as
 * `ECONNREFUSED`; where there is no such code, the words of the last.
 */
function reason(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return typeof cause === 'string' ? cause : undefined
  const code: unknown = Reflect.get(cause, 'code')
  if (typeof code === 'string') return /^[A-Z][A-Z0-9_]{2,63}$/.test(code) ? code : cause.message
  const tried: unknown = Reflect.get(cause, 'errors')
  return reason(Array.isArray(tried) ? tried[0] : cause.cause) || cause.message
}
