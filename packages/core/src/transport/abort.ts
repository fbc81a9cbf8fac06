/** What may happen before a request is sent: its caller leaves, or a store fails. */
import { withMethods } from '../arguments/arguments.js'
import type { LoginOperation } from '../errors/error-codes.js'
import { LinodeLoginError } from '../errors/errors.js'
import { networkError } from '../errors/network-error.js'
import type { Check } from '../wire/checks.js'
import { startDeadline } from './deadline.js'

/** What a caller can leave by. */
export const abortSignal: Check<AbortSignal> = withMethods(
  'an AbortSignal',
  'addEventListener',
  'removeEventListener',
)

/** What the caller wants to do, and by which signal to leave. */
export interface Leaving {
  /** What was being done, for the error. */
  readonly operation: LoginOperation
  /** The caller's signal, if there is one. */
  readonly signal: AbortSignal | undefined
  /** What the signal's reason, or a store's error, may quote and nobody may see. */
  readonly secrets: readonly string[]
  /** What else the caller must know if nothing is sent, in words that fit behind a comma. */
  readonly note?: string | undefined
}

/** @throws NetworkError with `sent: 'no'` if the caller has left already. */
export function refuseAborted({ signal, ...leaving }: Leaving): void {
  if (signal?.aborted) throw networkError({ ...leaving, code: 'cancelled', sent: 'no', cause: signal.reason })
}

const STORE_IS_SLOW = 'was given up, since the store of pending logins did not answer in time'

/**
 * What a store answers. What comes after its caller has left, or its time is over, is dropped.
 *
 * @param timeout - milliseconds that the store has
 * @throws NetworkError with `sent: 'no'` if the caller leaves, or the store fails or is too slow.
 */
export async function storeAnswer<T>(
  timeout: number,
  { signal, ...leaving }: Leaving,
  work: () => Promise<T> | T,
): Promise<T> {
  refuseAborted({ signal, ...leaving })
  const deadline = startDeadline(timeout, signal)
  try {
    // An `async` function, so that a store that throws is one that rejects.
    return await deadline.race((async () => work())())
  } catch (cause) {
    // A store of ours has said it already.
    if (deadline.passed === undefined && LinodeLoginError.is(cause)) throw cause
    const code = deadline.passed ?? 'store_failed'
    const happened = code === 'timeout' ? STORE_IS_SLOW : undefined
    throw networkError({ ...leaving, code, sent: 'no', cause, happened })
  } finally {
    deadline.end()
  }
}
