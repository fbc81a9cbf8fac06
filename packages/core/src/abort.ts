/** What happens when a caller leaves before a request is sent. */
import { withMethods } from './arguments.js'
import type { LoginOperation } from './error-codes.js'
import { networkError } from './network-error.js'
import type { Check } from './wire/checks.js'

/** What a caller can leave by. */
export const abortSignal: Check<AbortSignal> = withMethods(
  'an AbortSignal',
  'addEventListener',
  'removeEventListener',
)

/** What the caller wants to do, and by which signal to leave. */
export interface Leaving {
  readonly operation: LoginOperation
  readonly signal: AbortSignal | undefined
  /** What the signal's reason may quote and nobody may see. */
  readonly secrets?: readonly string[] | undefined
}

/** @throws NetworkError with `sent: 'no'` if the caller has left already. */
export function refuseAborted({ operation, signal, secrets }: Leaving): void {
  if (signal?.aborted) {
    throw networkError({ operation, code: 'cancelled', sent: 'no', cause: signal.reason, secrets })
  }
}

/**
 * What a store answers, unless the caller leaves before. What comes later is dropped.
 *
 * @param note - what the caller must know who leaves while the store is at work
 * @throws NetworkError with `sent: 'no'` if the caller leaves; what the store throws.
 */
export async function unlessAborted<T>(
  leaving: Leaving,
  work: () => Promise<T> | T,
  note?: string,
): Promise<T> {
  refuseAborted(leaving)
  const { operation, signal, secrets } = leaving
  let leave = (): void => {}
  const left = new Promise<never>((_resolve, reject) => {
    leave = () =>
      reject(networkError({ operation, code: 'cancelled', sent: 'no', cause: signal?.reason, secrets, note }))
  })
  signal?.addEventListener('abort', leave, { once: true })
  try {
    // An `async` function, so that a store that throws is one that rejects.
    return await Promise.race([left, (async () => work())()])
  } finally {
    signal?.removeEventListener('abort', leave)
  }
}
