/** Authorization codes: what stands behind each, and what comes of bringing one. */
import type { ExchangeTerms } from './authorization.js'
import type { Grant } from './grants.js'
import { Kept } from './kept.js'
import { Refusal } from './refusal.js'

/** What stands behind an authorization code. */
interface Code {
  readonly terms: ExchangeTerms
  readonly grant: Grant
  readonly expiresAt: number
  used: boolean
}

/** What a code can be when its own client brings it, and what comes of it (RFC 6749 §4.1.2, RFC 9700 §4.5). */
const whenBrought = {
  live: { refused: undefined, endsGrant: false },
  expired: { refused: 'the code has expired', endsGrant: false },
  used: { refused: 'the code was used before; the tokens that came of it are revoked', endsGrant: true },
} as const

/** The codes that were given out. Bringing one uses it up, whatever the answer. */
export class Codes {
  readonly #clock: { now(): number }
  readonly #codes = new Kept<Code>(({ expiresAt }) => this.#clock.now() >= expiresAt)

  constructor(clock: { now(): number }) {
    this.#clock = clock
  }

  /** How many are kept, dead ones included. */
  get size(): number {
    return this.#codes.size
  }

  /** @param lifetime In seconds. */
  add(code: string, grant: Grant, terms: ExchangeTerms, lifetime: number): void {
    this.#codes.set(code, { terms, grant, expiresAt: this.#clock.now() + lifetime * 1000, used: false })
  }

  /** Takes a code for the client that brings it. Another client's attempt leaves the code as it is. */
  take(text: string, clientId: string): Code {
    const code = this.#codes.get(text)
    if (code === undefined || code.grant.client.id !== clientId) {
      throw new Refusal('invalid_grant', 'no such code was given to this client')
    }
    const { refused, endsGrant } = whenBrought[this.#stateOf(code)]
    code.used = true
    if (endsGrant) code.grant.end()
    if (refused !== undefined) throw new Refusal('invalid_grant', refused)
    return code
  }

  #stateOf(code: Code): keyof typeof whenBrought {
    if (code.used) return 'used'
    return this.#clock.now() < code.expiresAt ? 'live' : 'expired'
  }
}
