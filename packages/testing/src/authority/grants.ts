import type { Lifetimes } from '../provider.js'
import type { Client } from './clients.js'
import { Recent } from './recent.js'
import type { User } from './user.js'

/** What one user let one app do in one login. All tokens that come of it live and die with it. */
export class Grant {
  readonly client: Client
  readonly user: User
  readonly scopes: readonly string[]
  readonly #accessTokens = new Recent()
  readonly #usedRefreshTokens = new Recent()
  #ended = false

  constructor(client: Client, user: User, scopes: readonly string[]) {
    this.client = client
    this.user = user
    this.scopes = scopes
  }

  /** Whether it was revoked, or ended since one of its secrets was used twice. */
  get ended(): boolean {
    return this.#ended
  }

  end(): void {
    this.#ended = true
  }

  /** Counts an access token; `forget` is told those that are too many. */
  countAccessToken(token: string, forget: (old: string) => void): void {
    this.#accessTokens.add(token, forget)
  }

  /** Counts a refresh token that was replaced; `forget` is told those that are too many. */
  countUsedRefreshToken(token: string, forget: (old: string) => void): void {
    this.#usedRefreshTokens.add(token, forget)
  }
}

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

interface KeptToken {
  readonly grant: Grant
  readonly token: AccessToken
}

/** What stands behind a refresh token. */
export interface RefreshToken {
  readonly grant: Grant
  readonly state: 'live' | 'rotated'
}

/** Every token there is. An ended grant's tokens are as unknown as any text. */
export class Grants {
  readonly #clock: { now(): number }
  readonly #lifetimes: Lifetimes
  readonly #access = new Map<string, KeptToken>()
  readonly #refresh = new Map<string, RefreshToken>()

  constructor(clock: { now(): number }, lifetimes: Lifetimes) {
    this.#clock = clock
    this.#lifetimes = lifetimes
  }

  addAccessToken(token: string, grant: Grant, scopes: readonly string[]): void {
    const expiresAt = this.#clock.now() + this.#lifetimes.accessToken * 1000
    const { client, user } = grant
    this.#access.set(token, { grant, token: { client, user, scopes, expiresAt } })
    grant.countAccessToken(token, (old) => this.#access.delete(old))
  }

  addRefreshToken(token: string, grant: Grant): void {
    this.#refresh.set(token, { grant, state: 'live' })
  }

  /** Keeps a token that was replaced, to know it when someone brings it again. */
  retireRefreshToken(token: string, grant: Grant): void {
    this.#refresh.set(token, { grant, state: 'rotated' })
    grant.countUsedRefreshToken(token, (old) => this.#refresh.delete(old))
  }

  /** A token that is good now: known, not revoked, not expired. */
  accessToken(token: string): AccessToken | undefined {
    return this.#goodAccess(token)?.token
  }

  /** A token whose grant stands, used or not. */
  refreshToken(token: string): RefreshToken | undefined {
    const found = this.#refresh.get(token)
    return found?.grant.ended === false ? found : undefined
  }

  /** The grant behind a token of whatever type (RFC 7009 §2.1). */
  ofAnyToken(token: string): Grant | undefined {
    return (this.#goodAccess(token) ?? this.refreshToken(token))?.grant
  }

  #goodAccess(text: string): KeptToken | undefined {
    const found = this.#access.get(text)
    if (found === undefined || found.grant.ended) return undefined
    return this.#clock.now() < found.token.expiresAt ? found : undefined
  }
}
