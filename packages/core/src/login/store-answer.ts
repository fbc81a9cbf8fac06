/** Waiting for a store of pending logins: until it answers, its time is over, or the caller leaves. */
import { LinodeLoginError } from '../errors/errors.js'
import { networkError } from '../errors/network-error.js'
import { type Leaving, refuseAborted } from '../transport/abort.js'
import { startDeadline } from '../transport/deadline.js'

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
