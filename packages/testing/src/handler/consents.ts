import type { Authorization } from '../authority/authorization.js'
import type { RandomHex } from '../authority/randomness.js'

interface Consent {
  readonly authorization: Authorization
  readonly browser: string
  readonly expiresAt: number
}

const LIFETIME = 10 * 60_000
/** Of a ticket or a browser's name, in characters of hex: 160 bits. */
const LENGTH = 40

/** Consent pages that wait for their user. Each can be answered once, and only from the browser that was shown it. */
export class Consents {
  readonly #clock: { now(): number }
  readonly #random: RandomHex
  readonly #waiting = new Map<string, Consent>()

  constructor(clock: { now(): number }, random: RandomHex) {
    this.#clock = clock
    this.#random = random
  }

  /** A name for a browser that none can guess. */
  nameBrowser(): string {
    return this.#random(LENGTH)
  }

  /** Lets a browser's user decide later; gives the ticket that the decision must carry. */
  ask(authorization: Authorization, browser: string): string {
    const ticket = this.#random(LENGTH)
    this.#waiting.set(ticket, { authorization, browser, expiresAt: this.#clock.now() + LIFETIME })
    return ticket
  }

  /** The authorization that a page's ticket stands for. Another browser's attempt leaves the page as it is. */
  take(ticket: string, browser: string): Authorization | undefined {
    const consent = this.#waiting.get(ticket)
    if (consent === undefined || consent.browser !== browser) return undefined
    this.#waiting.delete(ticket)
    return this.#clock.now() < consent.expiresAt ? consent.authorization : undefined
  }
}
