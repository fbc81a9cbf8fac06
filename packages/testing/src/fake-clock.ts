/** The clock of the tests. */
import type { Clock } from '@linode-login/core'

/** A stretch of time; its parts are added up. */
export interface Duration {
  /** Hours, fractions too. */
  readonly hours?: number | undefined
  /** Minutes. */
  readonly minutes?: number | undefined
  /** Seconds. */
  readonly seconds?: number | undefined
  /** Milliseconds. */
  readonly milliseconds?: number | undefined
}

interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

/** A clock that stands still until it is told to go on. It serves a client and the fake server alike. */
export class FakeClock implements Clock {
  readonly #start: number
  #passed = 0
  #sleepers: Sleeper[] = []

  /** @param start Milliseconds since 1970 at which the clock stands first; the machine's time if left out. */
  constructor(start: number = Date.now()) {
    this.#start = start
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#start + this.#passed
  }

  /** Milliseconds since the clock was made. */
  monotonic(): number {
    return this.#passed
  }

  /** Waits until the clock was advanced by so many milliseconds, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      if (ms <= 0) return resolve()
      const sleeper: Sleeper = {
        until: this.#passed + ms,
        wake: () => {
          signal?.removeEventListener('abort', leave)
          resolve()
        },
      }
      const leave = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.#sleepers.push(sleeper)
    })
  }

  /**
   * Lets time pass, and wakes who slept so long, the earliest first.
   *
   * @throws RangeError when the time is negative or no number: a clock that goes back isn't monotonic.
   * @throws TypeError for anything but these parts, lest a misspelt one let no time pass.
   */
  advance(by: Duration): void {
    refuseOtherParts(by)
    const ms = milliseconds(by)
    if (!Number.isFinite(ms) || ms < 0) throw new RangeError('advance() takes a time that is not negative')
    this.#passed += ms
    const due = this.#sleepers.filter((sleeper) => sleeper.until <= this.#passed)
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.until > this.#passed)
    for (const sleeper of due.sort((one, other) => one.until - other.until)) sleeper.wake()
  }
}

const parts = ['hours', 'minutes', 'seconds', 'milliseconds']

function refuseOtherParts(by: Duration): void {
  if (typeof by !== 'object' || by === null || Object.keys(by).some((part) => !parts.includes(part))) {
    throw new TypeError(`advance() takes an object with any of ${parts.join(', ')}`)
  }
}

function milliseconds({ hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Duration): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}
