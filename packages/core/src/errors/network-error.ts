/** How a request that got no answer is told. */
import { attempt } from './attempt.js'
import type { NetworkErrorCode } from './error-codes.js'
import { type ErrorDetails, NetworkError } from './errors.js'
import { cleanText } from './redact.js'

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
  const said = code === 'failed' ? systemCode(cause, secrets) : undefined
  const what = `${happened ?? messages[code]}${said === undefined ? '' : ` (${said})`}`
  const received = sent === 'no' ? 'it was not sent' : 'the login server may have received it'
  const message = `The ${operation} request${to} ${what}; ${received}${note === undefined ? '' : `, ${note}`}.`
  return new NetworkError({ ...details, message })
}

/** An error behind an error behind an error: more than any HTTP client wraps. */
const MAX_DEPTH = 8

/**
 * What the runtime calls it, such as `ECONNREFUSED`: the code of the first error that
 * has one, if it may be shown.
 */
function systemCode(
  error: unknown,
  secrets?: readonly string[],
  depth: number = MAX_DEPTH,
): string | undefined {
  if (typeof error !== 'object' || error === null || depth === 0) return undefined
  const property = (name: string): unknown => attempt(() => Reflect.get(error, name))
  const code = property('code')
  if (typeof code === 'string') {
    return /^[A-Z][A-Z0-9_]{2,63}$/.test(code) && cleanText(code, secrets) === code ? code : undefined
  }
  const tried = property('errors')
  const behind = Array.isArray(tried) ? tried[0] : property('cause')
  return systemCode(behind, secrets, depth - 1)
}
