/** Authorization codes: what stands behind each, and what comes of bringing one. */
import type { ExchangeTerms } from '../authorization.js'
import { ExpiringMap } from '../expiring-map.js'
import { Refusal } from '../refusal.js'
import type { Grant } from './grant.js'

/** What stands behind an authorization code. */
interface Code {
  readonly terms: ExchangeTerms
  readonly grant: Grant
  readonly expiresAt: number
}

/**
 * What a code can be when its own client brings it, and what comes of it (RFC 6749 §4.1.2, RFC 9700 §4.5).
 */
const whenBrought = {
  live: { refused: undefined, endsGrant: false },
  expired: { refused: 'the code has expired', endsGrant: false },
  used: { refused: 'the code was used before; the tokens that came of it are revoked', endsGrant: true },
} as const

/** Far more than a suite has open at once; on a clock that stands still no code expires. */
const MOST_UNUSED = 10_000

/** The codes that were given out. Bringing one uses it up, whatever the answer. */
export class Codes {
  readonly #clock: { now(): number }
  readonly #unused = new ExpiringMap<Code>(({ expiresAt }) => this.#isPast(expiresAt), MOST_UNUSED)
  /** Kept as long as a token of theirs lives, so that using one again ends that too. */
  readonly #used = new ExpiringMap<Code>(
    ({ expiresAt, grant }) => grant.ended || this.#isPast(Math.max(expiresAt, grant.tokensEnd)),
  )

  constructor(clock: { now(): number }) {
    this.#clock = clock
  }

  /** How many are kept, dead ones included. */
  get size(): number {
    return this.#unused.size + this.#used.size
  }

  /** @param lifetime - in seconds */
  add(code: string, grant: Grant, terms: ExchangeTerms, lifetime: number): void {
    this.#unused.set(code, { terms, grant, expiresAt: this.#clock.now() + lifetime * 1000 })
  }

  /** Takes a code for the client that brings it. Another client's attempt leaves the code as it is. */
  take(text: string, clientId: string): Code {
    const used = this.#used.get(text)
    const code = used ?? this.#unused.get(text)
    if (code === undefined || code.grant.client.id !== clientId) {
      throw new Refusal('invalid_grant', 'no such code was given to this client')
    }
    const state = used !== undefined ? 'used' : this.#isPast(code.expiresAt) ? 'expired' : 'live'
    const { refused, endsGrant } = whenBrought[state]
    this.#unused.delete(text)
    if (used === undefined) this.#used.set(text, code)
    if (endsGrant) code.grant.end()
    if (refused !== undefined) throw new Refusal('invalid_grant', refused)
    return code
  }

  #isPast(time: number): boolean {
    return this.#clock.now() >= time
  }
}
