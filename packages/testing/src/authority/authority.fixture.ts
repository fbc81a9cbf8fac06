/** An authority with its clients, and the steps of a login with it, for the tests of this folder. */
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { FakeClock } from '../fake-clock.js'
import { linode } from '../generated/provider.js'
import type { Lifetimes, Requests } from '../provider/provider.js'
import { type Authority, createAuthority } from './authority.js'
import type { Client } from './clients.js'
import type { Switches } from './switches.js'
import type { TokenSet } from './tokens/issue-tokens.js'
import type { User } from './user.js'

export const redirectUri = 'https://app.example/cb'
export const user: User = { username: 'u', email: 'u@example.com' }
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url')

export interface AuthorityFixture {
  readonly clock: FakeClock
  readonly authority: Authority
  readonly client: Client
  readonly publicClient: Client
  readonly credentials: { readonly clientId: string; readonly clientSecret: string | undefined }
}

export function newAuthority(
  switches: Partial<Switches> = {},
  lifetimes: Partial<Lifetimes> = {},
): AuthorityFixture {
  const clock = new FakeClock(0)
  const provider = { ...linode, lifetimes: { ...linode.lifetimes, ...lifetimes } }
  const authority = createAuthority(provider, { clock, challengeOf, switches })
  const client = authority.registerClient({ redirectUris: [redirectUri], public: false, label: 'App' })
  const publicClient = authority.registerClient({
    redirectUris: [redirectUri],
    public: true,
    label: 'Browser app',
  })
  return {
    clock,
    authority,
    client,
    publicClient,
    credentials: { clientId: client.id, clientSecret: client.secret },
  }
}

export function codeFor(
  authority: Authority,
  client: Client,
  request: Partial<Requests['authorize']> = {},
): string {
  const address = authority.returnAddress(client.id, request.redirectUri)
  const scope = 'linodes:read_write'
  const authorization = authority.authorize(address, {
    clientId: client.id,
    responseType: 'code',
    scope,
    ...request,
  })
  return authority.grantCode(authorization, user)
}

export function login({
  authority,
  client,
  credentials,
}: AuthorityFixture): TokenSet & { refreshToken: string } {
  const tokens = authority.exchange({ ...credentials, code: codeFor(authority, client) })
  return { ...tokens, refreshToken: tokens.refreshToken ?? '' }
}

export function refused(error: string): unknown {
  return expect.objectContaining({ name: 'Refusal', error })
}
