/** How a request that got no answer is told. */
import type { NetworkErrorCode } from './error-codes.js'
import { type ErrorDetails, NetworkError } from './errors.js'

const messages: Readonly<Record<NetworkErrorCode, string>> = {
  timeout: 'had no answer in time',
  cancelled: 'was cancelled',
  failed: 'failed on the way',
  store_failed: 'was given up, since the store of pending logins threw an error',
}

/** What a `NetworkError` is made from; its message is made here. */
export interface Unanswered extends Omit<ErrorDetails<NetworkErrorCode>, 'message'> {
  readonly sent: 'no' | 'maybe'
  /** What happened, where it isn't to the request itself. */
  readonly happened?: string | undefined
  /** What else the caller must know, in words that fit behind a comma. */
  readonly note?: string | undefined
}

/** The error of a request that got no answer. */
export function networkError({ happened, note, ...details }: Unanswered): NetworkError {
  const { operation, code, sent } = details
  const received = sent === 'no' ? 'it was not sent' : 'the login server may have received it'
  const message = `The ${operation} request ${happened ?? messages[code]}; ${received}${note === undefined ? '' : `, ${note}`}.`
  return new NetworkError({ ...details, message })
}
