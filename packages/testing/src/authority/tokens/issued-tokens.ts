/** The tokens that were issued: which there are, and what each is good for now. */
import type { Lifetimes } from '../../provider/provider.js'
import type { Client } from '../clients.js'
import { ExpiringMap } from '../expiring-map.js'
import type { User } from '../user.js'
import type { Grant } from './grant.js'
import type { RefreshTokenState } from './refresh-rules.js'
import { markOf } from './refresh-token-family.js'

/** What stands behind an access token. */
export interface AccessToken {
  /** The app that it was given to. */
  readonly client: Client
  /** The user whose consent it stands for. */
  readonly user: User
  /** What was granted, or less if a refresh asked for less. */
  readonly scopes: readonly string[]
  /** When it ends, in milliseconds since 1970. */
  readonly expiresAt: number
}

interface KeptAccessToken {
  readonly grant: Grant
  readonly token: AccessToken
}

interface KeptRefreshToken {
  readonly grant: Grant
  /** In milliseconds since 1970; infinite where refresh tokens don't expire. */
  readonly expiresAt: number
  /** The first that replaced it, and when. */
  readonly replaced: { readonly by: string; readonly at: number } | undefined
}

/** What stands behind a refresh token. */
export interface RefreshToken extends KeptRefreshToken {
  readonly state: RefreshTokenState
}

/** Every token there is. An ended grant's tokens are as unknown as any text. */
export class IssuedTokens {
  readonly #clock: { now(): number }
  readonly #lifetimes: Lifetimes
  readonly #grace: number
  readonly #access = new ExpiringMap<KeptAccessToken>(
    ({ grant, token }) => grant.ended || this.#isPast(token.expiresAt),
  )
  readonly #refresh = new ExpiringMap<KeptRefreshToken>(
    ({ grant, expiresAt }) => grant.ended || this.#isPast(expiresAt),
  )
  /**
   * By mark: the last that was forgotten of each grant with too many to keep. It answers
   * for all that went before it.
   */
  readonly #forgotten = new ExpiringMap<KeptRefreshToken>(
    ({ grant, expiresAt }) => grant.ended || this.#isPast(expiresAt),
  )

  /** @param grace - how long a replaced refresh token is in grace, in seconds */
  constructor(clock: { now(): number }, lifetimes: Lifetimes, grace: number) {
    this.#clock = clock
    this.#lifetimes = lifetimes
    this.#grace = grace
  }

  /** How many tokens are kept, dead ones included. */
  get size(): number {
    return this.#access.size + this.#refresh.size + this.#forgotten.size
  }

  addAccessToken(token: string, grant: Grant, scopes: readonly string[]): void {
    const expiresAt = this.#clock.now() + this.#lifetimes.accessToken * 1000
    const { client, user } = grant
    this.#access.set(token, { grant, token: { client, user, scopes, expiresAt } })
    grant.lastUntil(expiresAt)
    grant.countAccessToken(token, (old) => this.#access.delete(old))
  }

  /** Adds the first refresh token of a grant, whose end is the end of every one after it. */
  addFirstRefreshToken(token: string, grant: Grant): void {
    const { refreshToken: lifetime = Number.POSITIVE_INFINITY } = this.#lifetimes
    this.#addRefreshToken(token, grant, this.#clock.now() + lifetime * 1000)
  }

  /** Adds a token that replaces another. The other is kept, to know it when someone brings it again. */
  addSuccessor(token: string, replacedToken: string, { grant, expiresAt, replaced }: RefreshToken): void {
    this.#addRefreshToken(token, grant, expiresAt)
    if (replaced !== undefined) {
      grant.countFork()
      return
    }
    const at = this.#clock.now()
    this.#refresh.set(replacedToken, { grant, expiresAt, replaced: { by: token, at } })
    grant.countReplaced(replacedToken, (old) => this.#forget(old))
  }

  /** A token that is good now: known, not revoked, not expired. */
  accessToken(token: string): AccessToken | undefined {
    return this.#goodAccess(token)?.token
  }

  /**
   * A token whose grant stands, used or not. One that is no longer kept is known by its mark, as replaced; as
   * long as it may be in grace, it is unknown, since its successor is.
   */
  refreshToken(token: string): RefreshToken | undefined {
    const kept = this.#refresh.get(token)
    const found = kept ?? this.#forgotten.get(markOf(token))
    if (found === undefined || found.grant.ended) return undefined
    const state = this.#stateOf(found)
    return kept === undefined && state === 'in grace' ? undefined : { ...found, state }
  }

  /** The grant behind a token of whatever type (RFC 7009 §2.1). An expired one is as unknown as any text. */
  ofAnyToken(token: string): Grant | undefined {
    const refreshToken = this.refreshToken(token)
    return (
      this.#goodAccess(token)?.grant ?? (refreshToken?.state === 'expired' ? undefined : refreshToken?.grant)
    )
  }

  #addRefreshToken(token: string, grant: Grant, expiresAt: number): void {
    this.#refresh.set(token, { grant, expiresAt, replaced: undefined })
    grant.lastUntil(expiresAt)
  }

  #forget(token: string): void {
    const old = this.#refresh.get(token)
    if (old === undefined) return
    this.#refresh.delete(token)
    this.#forgotten.set(markOf(token), old)
  }

  /** One that was replaced too long ago is a sign of theft even when all of them have expired. */
  #stateOf({ expiresAt, replaced }: KeptRefreshToken): RefreshTokenState {
    if (replaced !== undefined && this.#isPast(replaced.at + this.#grace * 1000)) return 'replaced'
    if (this.#isPast(expiresAt)) return 'expired'
    return replaced === undefined ? 'live' : 'in grace'
  }

  #goodAccess(text: string): KeptAccessToken | undefined {
    const found = this.#access.get(text)
    return found === undefined || found.grant.ended || this.#isPast(found.token.expiresAt) ? undefined : found
  }

  #isPast(time: number): boolean {
    return this.#clock.now() >= time
  }
}
