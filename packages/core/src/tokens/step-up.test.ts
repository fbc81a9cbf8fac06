// A step-up: one login for an error, and never again for what a login has asked for in vain.
import { expect, onTestFinished, test, vi } from 'vitest'
import { json, publicClientAnswered, tokenAnswer } from '../client/client.fixture.js'
import type { LinodeLoginClient } from '../client/client.js'
import { failure } from '../errors/safe.fixture.js'
import { MemoryPendingLogins } from '../login/pending-logins.js'
import { InsufficientScopeError } from './insufficient-scope-error.js'
import { OAuthToken } from './oauth-token.js'

const pending = new MemoryPendingLogins()
const reader = new OAuthToken({ accessToken: 'a1b2', scopes: ['linodes:read_only'] })
const lacks = (...scopes: string[]) => new InsufficientScopeError(scopes, scopes)

function granting(...scopes: string[]): LinodeLoginClient {
  const answers = scopes.map((scope) => json({ ...tokenAnswer, scope, scopes: scope }))
  return publicClientAnswered(...answers).client
}

async function completed(client: LinodeLoginClient, { state }: { state: string }): Promise<OAuthToken> {
  return client.completeLogin(`/callback?code=c0de&state=${state}`, { pending })
}

/** What comes of a step-up, by a server that grants as the client was told. */
async function stepped(client: LinodeLoginClient, token: OAuthToken, ...missing: string[]) {
  return completed(client, await lacks(...missing).stepUp(client, token, { pending }))
}

test('one error begins one login, however often and at once it is asked', async () => {
  const client = granting('linodes:read_only')
  const error = lacks('linodes:read_write')
  const begun = await Promise.all([1, 2, 3].map(() => error.stepUp(client, reader, { pending })))
  begun.push(await error.stepUp(client, reader, { pending }))
  expect(new Set(begun.map(({ state }) => state)).size).toBe(1)
})

test('another token, store, redirect URI or client has a login of its own, and keeps it', async () => {
  const [client, other] = [granting('linodes:read_only'), granting('linodes:read_only')]
  const error = lacks('linodes:read_write')
  const writer = new OAuthToken({ accessToken: 'b2c3', scopes: ['domains:*'] })
  const ways = [
    () => error.stepUp(client, reader, { pending }),
    () => error.stepUp(client, writer, { pending }),
    () => error.stepUp(client, reader, { pending: new MemoryPendingLogins() }),
    () => error.stepUp(client, reader, { pending, redirectUri: 'https://app.example/other' }),
    () => error.stepUp(other, reader, { pending }),
  ]
  const begun = await Promise.all(ways.map((step) => step()))
  expect(new Set(begun.map(({ state }) => state)).size).toBe(ways.length)
  expect(new URL(begun[1]?.url ?? '').searchParams.get('scope')).toBe('domains:* linodes:read_write')
  expect(await ways[0]?.()).toEqual(begun[0])
  expect(await ways[1]?.()).toEqual(begun[1])
})

test('K18 a login whose time is over is not handed out again: another begins', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const client = granting('linodes:read_only')
  const error = lacks('linodes:read_write')
  for (const [options, time] of [
    [{ pending }, 600_000],
    [{ pending, ttl: 5000, redirectUri: 'https://app.example/other' }, 5000],
  ] as const) {
    const { state } = await error.stepUp(client, reader, options)
    vi.advanceTimersByTime(time - 1)
    expect((await error.stepUp(client, reader, options)).state).toBe(state)
    vi.advanceTimersByTime(1)
    expect((await error.stepUp(client, reader, options)).state).not.toBe(state)
  }
})

test('a user who declined the whole login is not asked again by the same error', async () => {
  const client = granting('linodes:read_only')
  const error = lacks('linodes:read_write')
  const { state } = await error.stepUp(client, reader, { pending })
  const declined = client.completeLogin(`/callback?error=access_denied&state=${state}`, { pending })
  expect(await failure(declined)).toMatchObject({ code: 'access_denied' })
  expect((await error.stepUp(client, reader, { pending })).state).toBe(state)
})

test('what the API says is granted is asked for again, though the token does not say so', async () => {
  const error = new InsufficientScopeError(['vpc:*'], ['vpc:*'], 'call-api', ['domains:*', 'linodes:*'])
  const { url } = await error.stepUp(granting('*'), reader, { pending })
  expect(new URL(url).searchParams.get('scope')).toBe('domains:* linodes:* vpc:*')
})

test('a login that could not begin is no login: the next call begins one', async () => {
  const client = granting('linodes:read_only')
  const error = lacks('linodes:read_write')
  const full = {
    ...pending,
    put: () => Promise.reject(new Error('full')),
    get: pending.get,
    take: pending.take,
  }
  expect(await failure(error.stepUp(client, reader, { pending: full }))).toMatchObject({
    code: 'store_failed',
  })
  expect((await error.stepUp(client, reader, { pending })).state).toMatch(/./)
})

test('what was asked for and not granted is known of the token, stored or refreshed', async () => {
  const client = granting('linodes:read_only', 'linodes:read_only')
  const token = await stepped(client, reader, 'linodes:read_write', 'domains:*')
  expect(token.ungrantedScopes).toEqual(['domains:*', 'linodes:read_write'])
  expect(OAuthToken.deserialize(token.serialize()).ungrantedScopes).toEqual(token.ungrantedScopes)
  expect((await client.refreshOAuthToken(token)).ungrantedScopes).toEqual(token.ungrantedScopes)
})

test.each([
  ['the same scope', ['linodes:read_write'], 'linodes:read_write'],
  ['what was asked for as a part of it', ['linodes:*'], 'linodes:read_write'],
  ['one of several', ['linodes:read_write', 'domains:*'], 'domains:*'],
])(
  'after a login that did not bring it, a step-up for %s is refused, and says so',
  async (_, asked, missing) => {
    const client = granting('linodes:read_only')
    const token = await stepped(client, reader, ...asked)
    const error = await failure(lacks('vpc:*', missing).stepUp(client, token, { pending }))
    expect(error).toMatchObject({ name: 'ScopeError', code: 'declined' })
    expect(error.message).toContain(missing)
    expect(error.message).not.toContain('vpc')
  },
)

test('another scope is asked for, and what was declined before is not forgotten', async () => {
  const client = granting('linodes:read_only', 'linodes:read_only')
  const first = await stepped(client, reader, 'linodes:read_write')
  const second = await stepped(client, first, 'domains:*')
  for (const scope of ['linodes:read_write', 'domains:*']) {
    expect(await failure(lacks(scope).stepUp(client, second, { pending }))).toMatchObject({
      code: 'declined',
    })
  }
})

test('what is granted after all, and a login of the app’s own, leave nothing declined', async () => {
  const client = granting('linodes:read_only', 'linodes:*', 'linodes:read_only')
  const declined = await stepped(client, reader, 'linodes:read_write')
  const granted = await stepped(client, declined, 'domains:*')
  expect(granted.ungrantedScopes).toEqual(['domains:*'])
  const begun = await client.beginLogin({ scopes: 'linodes:read_only', pending })
  expect((await completed(client, begun)).ungrantedScopes).toEqual([])
})

test('a list of scopes that is none is refused before the login begins', async () => {
  const wrong = { scopes: 'linodes:read_only', ungrantedScopes: 5, pending } as const
  await expect(Reflect.apply(granting('*').beginLogin, granting('*'), [wrong])).rejects.toThrow(
    'ungrantedScopes: expected a scope or a list of scopes',
  )
})

test.each([[undefined], [{}], [{ pending: 5 }]])(
  'options that name no store are refused: %j',
  async (options) => {
    const step = async () =>
      Reflect.apply(lacks('vpc:*').stepUp, lacks('vpc:*'), [granting('*'), reader, options])
    expect(await failure(step())).toMatchObject({ name: 'ConfigurationError' })
  },
)

test('C12 where the answer names no scope, what was asked for was granted, and can be required', async () => {
  const { client } = publicClientAnswered(json({ ...tokenAnswer, scope: undefined, scopes: undefined }))
  const begun = await client.beginLogin({ scopes: ['linodes:read_write'], pending })
  const token = await completed(client, begun)
  expect(token.require('linodes:read_only')).toBe(token)
  expect(() => token.require('linodes:*')).toThrow(InsufficientScopeError)
})

test('A25 what nobody asked for counts as granted, is named, and is kept by a step-up', async () => {
  const client = granting('domains:* linodes:read_only')
  const token = await completed(client, await client.beginLogin({ scopes: 'linodes:read_only', pending }))
  expect(token.unrequestedScopes).toEqual(['domains:*'])
  expect(token.require('domains:read_only')).toBe(token)
  const { url } = await lacks('vpc:*').stepUp(client, token, { pending })
  expect(new URL(url).searchParams.get('scope')).toBe('domains:* linodes:read_only vpc:*')
})
