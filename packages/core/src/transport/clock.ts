/** Time: the machine's, or one that is handed in. */
import { withMethods } from '../arguments/arguments.js'
import type { Check } from '../wire/checks.js'

/**
 * Time, handed in, so that a test is exact and none sleeps. It governs expiry; deadlines of
 * requests run on real timers.
 */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number
  /** Milliseconds since any fixed moment; it never goes back. */
  monotonic(): number
  /** Waits for so many milliseconds, or rejects with the signal's reason as soon as that is aborted. */
  sleep(ms: number, signal?: AbortSignal | undefined): Promise<void>
}

/** What a clock is told by. */
export const clock: Check<Clock> = withMethods(
  'a clock with now, monotonic and sleep',
  'now',
  'monotonic',
  'sleep',
)

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', leave, { once: true })
      function done(): void {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      function leave(): void {
        clearTimeout(timer)
        reject(signal?.reason)
      }
    }),
}
