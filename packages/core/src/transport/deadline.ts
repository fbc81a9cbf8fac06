/** Deadlines: how long a request may take, and what becomes of work that takes longer. */
import { type Check, numberWithin } from '../wire/checks.js'

/** Milliseconds for a request, and for each call of a store. */
export const DEFAULT_TIMEOUT = 30_000

/** A time that a timer can wait for: beyond it `setTimeout` fires at once. */
export const timerMilliseconds: Check<number> = /* @__PURE__ */ numberWithin(
  'a number of milliseconds, from 1 to 2147483647',
  1,
  0x7f_ff_ff_ff,
)

/** An end in sight for one request, its answer's body included: a time, or its caller's leaving. */
export interface Deadline {
  /** Aborted when the deadline passes. */
  readonly signal: AbortSignal
  /** Why it passed, if it has. */
  readonly passed: 'timeout' | 'cancelled' | undefined
  /**
   * The work's outcome, or a rejection as soon as the deadline passes, whether the work heeds the signal or
   * not. What comes later is handed to `late`; a later rejection is dropped.
   */
  race<T>(work: Promise<T>, late?: (value: T) => void): Promise<T>
  /** Stops the timer and lets go of the caller's signal. */
  end(): void
}

/** On real timers: a clock that a test has stopped must not hang a request. */
export function startDeadline(ms: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  let passed: 'timeout' | 'cancelled' | undefined
  let reject: (reason: unknown) => void
  const end = new Promise<never>((_resolve, rejectEnd) => {
    reject = rejectEnd
  })
  end.catch(() => {})

  function pass(why: 'timeout' | 'cancelled', reason: unknown): void {
    passed ??= why
    controller.abort(reason)
    reject(reason)
  }
  const timer = setTimeout(() => pass('timeout', undefined), ms)
  const cancel = (): void => pass('cancelled', caller?.reason)
  caller?.addEventListener('abort', cancel, { once: true })

  return {
    signal: controller.signal,
    get passed() {
      return passed
    },
    race(work, late) {
      // The work may be a stranger's `fetch`: what it brings late may be no answer at all.
      work.then((value) => passed !== undefined && late?.(value)).catch(() => {})
      return Promise.race([work, end])
    },
    end() {
      clearTimeout(timer)
      caller?.removeEventListener('abort', cancel)
    },
  }
}
