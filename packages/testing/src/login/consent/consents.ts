/** Consent pages that wait for their user, and the browsers that they were shown in. */
import type { Authorization } from '../../authority/authorization.js'
import { ExpiringMap } from '../../authority/expiring-map.js'
import type { RandomHex } from '../../authority/randomness.js'

interface Consent {
  readonly authorization: Authorization
  readonly browser: string
  readonly expiresAt: number
}

const LIFETIME = 10 * 60_000
/** Far more than a suite has open at once; on a clock that stands still no page expires. */
const MOST = 10_000
/** Of a ticket or a browser's name, in characters of hex: 160 bits. */
const LENGTH = 40

/** Each page can be answered once, and only from the browser that was shown it. */
export class Consents {
  readonly #clock: { now(): number }
  readonly #random: RandomHex
  readonly #waiting = new ExpiringMap<Consent>(({ expiresAt }) => this.#isPast(expiresAt), MOST)
  /** The end of each name that was given to a browser: that of the last page it was shown. */
  readonly #browsers = new ExpiringMap<number>((end) => this.#isPast(end), MOST)

  constructor(clock: { now(): number }, random: RandomHex) {
    this.#clock = clock
    this.#random = random
  }

  /** How many pages and browsers are kept, dead ones included. */
  get size(): number {
    return this.#waiting.size + this.#browsers.size
  }

  /** A name for a browser that none can guess. */
  nameBrowser(): string {
    return this.#random(LENGTH)
  }

  /** Whether a browser's name was given here, and not made up to be known later. */
  knows(browser: string): boolean {
    const end = this.#browsers.get(browser)
    return end !== undefined && !this.#isPast(end)
  }

  /** Lets a browser's user decide later; gives the ticket that the decision must carry. */
  ask(authorization: Authorization, browser: string): string {
    const ticket = this.#random(LENGTH)
    const expiresAt = this.#clock.now() + LIFETIME
    this.#waiting.set(ticket, { authorization, browser, expiresAt })
    this.#browsers.set(browser, expiresAt)
    return ticket
  }

  /**
   * The authorization that a page's ticket stands for. Another browser's attempt leaves the page as it is.
   */
  take(ticket: string, browser: string): Authorization | undefined {
    const consent = this.#waiting.get(ticket)
    if (consent === undefined || consent.browser !== browser || !this.knows(browser)) return undefined
    this.#waiting.delete(ticket)
    return this.#isPast(consent.expiresAt) ? undefined : consent.authorization
  }

  /** Ends a browser's pages. */
  forget(browser: string): void {
    this.#browsers.delete(browser)
  }

  #isPast(time: number): boolean {
    return this.#clock.now() >= time
  }
}
