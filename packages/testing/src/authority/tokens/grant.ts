/** What one user let one app do: the grant that all its tokens live and die with. */
import type { Client } from '../clients.js'
import type { User } from '../user.js'
import { RecentKeys } from './recent-keys.js'

/**
 * A refresh token that was not used is never forgotten, so there must be an end to forks: far
 * above what a suite needs.
 */
const MOST_FORKS = 1000

/** What one user let one app do in one login. All tokens that come of it live and die with it. */
export class Grant {
  readonly client: Client
  readonly user: User
  readonly scopes: readonly string[]
  /** Those of the second list, whose token acts for the user. */
  readonly userScopes: readonly string[]
  readonly #accessTokens = new RecentKeys()
  readonly #replacedTokens = new RecentKeys()
  #forks = 0
  #tokensEnd = Number.NEGATIVE_INFINITY
  #ended = false

  constructor(client: Client, user: User, scopes: readonly string[], userScopes: readonly string[] = []) {
    this.client = client
    this.user = user
    this.scopes = scopes
    this.userScopes = userScopes
  }

  /** Whether it was revoked, or ended since one of its secrets was used twice. */
  get ended(): boolean {
    return this.#ended
  }

  /** When the last of its tokens expires, in milliseconds since 1970; minus infinity before there is one. */
  get tokensEnd(): number {
    return this.#tokensEnd
  }

  /** Whether it has forked as often as it can. */
  get full(): boolean {
    return this.#forks >= MOST_FORKS
  }

  end(): void {
    this.#ended = true
  }

  /** Notes when a token of it expires. */
  lastUntil(expiresAt: number): void {
    this.#tokensEnd = Math.max(this.#tokensEnd, expiresAt)
  }

  /** Counts an access token; `forget` is told those that are too many. */
  countAccessToken(token: string, forget: (old: string) => void): void {
    this.#accessTokens.add(token, forget)
  }

  /** Counts a refresh token that was replaced; `forget` is told those that are too many. */
  countReplaced(token: string, forget: (old: string) => void): void {
    this.#replacedTokens.add(token, forget)
  }

  /** Counts a refresh token beside another. */
  countFork(): void {
    this.#forks += 1
  }
}
