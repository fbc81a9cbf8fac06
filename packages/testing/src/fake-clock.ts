/** The clock of the tests. */
import type { Clock } from '@linode-login/core'
import { checkOptions, checkValue } from './options/check-options.js'
import { number, plainObject, type Rules } from './options/option-rules.js'

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

  /**
   * @param start - milliseconds since 1970 at which the clock stands first; the machine's time if left out
   * @throws UsageError for what is no such number: a `Date` has it in `getTime()`.
   */
  constructor(start: number = Date.now()) {
    checkValue('FakeClock', 'start', start, instant)
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

  /**
   * Waits until the clock was advanced by so many milliseconds, or rejects with the signal's reason, or with
   * a `UsageError` for what is no number.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      checkValue('sleep', 'the time', ms, stretch)
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
   * @throws UsageError for a part that there isn't, lest a misspelt one let no time pass, or that is no
   *   number, and for a sum that is negative: a clock that goes back isn't monotonic.
   */
  advance(by: Duration): void {
    checkValue('advance', 'the time', by, aDuration)
    checkOptions('advance', by, parts)
    const ms = milliseconds(by)
    checkValue('advance', 'the time', ms, notNegative)
    this.#passed += ms
    const due = this.#sleepers.filter((sleeper) => sleeper.until <= this.#passed)
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.until > this.#passed)
    for (const sleeper of due.sort((one, other) => one.until - other.until)) sleeper.wake()
  }
}

const instant = number('milliseconds since 1970, as Date.now() gives them', Number.isFinite)
const stretch = number('a number of milliseconds', (value) => !Number.isNaN(value))
const aDuration = plainObject('an object, such as { seconds: 7200 }')
const part = number('a finite number', Number.isFinite)
const notNegative = number('not negative', (value) => value >= 0)
const parts: Rules<Duration> = { hours: part, minutes: part, seconds: part, milliseconds: part }

function milliseconds({ hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Duration): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}
