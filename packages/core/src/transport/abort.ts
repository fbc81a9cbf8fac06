/** How a caller leaves a call: by its signal. */
import { withMethods } from '../arguments/arguments.js'
import type { LoginOperation } from '../errors/error-codes.js'
import { networkError } from '../errors/network-error.js'
import type { Check } from '../wire/checks.js'

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
