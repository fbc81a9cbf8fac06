/** Requests that run out of time: when the test says so and never before, however busy the machine is. */
import { setImmediate as turn } from 'node:timers/promises'
import { vi } from 'vitest'

/**
 * The timeout of a client whose requests are to run out of time, in milliseconds: long enough for all others.
 */
export const timeout = 5_000

/**
 * What becomes of a client's work whose deadline passes once something is so.
 *
 * @param isSo - Such as that the server has the request; it is asked at each turn of the event loop.
 */
export async function outOfTime<T>(isSo: () => boolean, begin: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let isOver = false
  const elapse = async (): Promise<void> => {
    while (!isOver && !isSo()) await turn()
    // What was written by now is read in the next turn.
    await turn()
    await turn()
    vi.advanceTimersByTime(timeout)
  }
  try {
    const work = begin().finally(() => {
      isOver = true
    })
    const [outcome] = await Promise.all([work, elapse()])
    return outcome
  } finally {
    vi.useRealTimers()
  }
}
