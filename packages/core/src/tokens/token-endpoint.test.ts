// Which answers make a token, and what it has.
import { expect, test } from 'vitest'
import {
  type Answering,
  accessToken,
  clientAnswered,
  clientSecret,
  publicClientAnswered,
  refreshToken,
  secrets,
  stoppedClock,
  text,
  tokenAnswer,
} from '../client/client.fixture.js'
import { LoginRequiredError, ScopeError } from '../errors/errors.js'
import { failure } from '../errors/safe.fixture.js'
import type { OAuthScope } from '../generated/scopes.js'
import { MemoryPendingLogins } from '../login/pending-logins.js'
import type { Scopes } from '../scopes/scope-index.js'
import { answer, held, newRefreshToken, refreshed } from './answers.fixture.js'
import { OAuthToken } from './oauth-token.js'

test('C6 C9 an exchange of a confidential client carries its id, its secret and the redirect URI byte for byte', async () => {
  const redirectUri = 'https://App.example:443/callback?a=%2f&b'
  const { client, sent } = clientAnswered([answer()], { redirectUri })
  await client.finishOAuth('c0de', { codeVerifier: 'v'.repeat(43) })
  expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
    grant_type: 'authorization_code',
    client_id: 'c11e47',
    client_secret: clientSecret,
    code: 'c0de',
    redirect_uri: redirectUri,
    code_verifier: 'v'.repeat(43),
  })
})

test('C6 C9 an exchange of a public client carries its id, and no redirect URI that wasn’t sent', async () => {
  const { client, sent } = publicClientAnswered(answer({ refresh_token: null }))
  await client.finishOAuth('c0de', { codeVerifier: 'v'.repeat(43) })
  expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
    grant_type: 'authorization_code',
    client_id: 'c11e47',
    code: 'c0de',
    code_verifier: 'v'.repeat(43),
  })
})

test('C4 C5 C6 a refresh authenticates in its body, never by Basic, and no secret is in the URI', async () => {
  const { client, sent } = clientAnswered([answer()])
  await client.refreshOAuthToken(refreshToken)
  expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
    grant_type: 'refresh_token',
    client_id: 'c11e47',
    client_secret: clientSecret,
    refresh_token: refreshToken,
  })
  expect(sent[0]?.headers.has('authorization')).toBe(false)
  expect(sent[0]?.url).toBe('https://login.linode.com/oauth/token')
})

test('a token has what the answer says, its time counted from before the request', async () => {
  const clock = stoppedClock(1_800_000_000_000)
  const slow: Answering = (sent) => {
    clock.advance(5000)
    return answer()(sent)
  }
  const { client } = clientAnswered([slow], { clock })
  const token = await client.finishOAuth('c0de', { scopes: ['linodes:read_only'] })
  const expected = {
    accessToken,
    refreshToken,
    scopes: ['linodes:read_only'],
    expiresAt: 1_800_000_000_000 + 7_200_000,
  }
  expect(token.equals(new OAuthToken(expected))).toBe(true)
})

test('C8 unknown parameters are ignored, a repeated one too', async () => {
  const body = `{"x":1,"x":2,"error":null,"nested":{"access_token":"no"},${JSON.stringify(tokenAnswer).slice(1)}`
  expect((await refreshed(text(body, 'application/json'))).accessToken).toBe(accessToken)
})

test.each(['bearer', 'Bearer', 'BEARER'])('C10 the type %s is known', async (type) => {
  expect((await refreshed(answer({ token_type: type }))).tokenType).toBe('bearer')
})

test('C12 scopes left out are as requested, or as granted before', async () => {
  const silent = answer({ scope: undefined, scopes: undefined })
  const { client } = clientAnswered([silent])
  expect((await client.finishOAuth('c0de', { scopes: ['domains', 'linodes:view'] })).scopes).toEqual([
    'domains:*',
    'linodes:read_only',
  ])
  expect((await client.finishOAuth('c0de')).scopes).toEqual([])
  expect((await refreshed(silent)).scopes).toEqual(held.scopes)
  expect((await client.refreshOAuthToken(held, { scopes: 'linodes:read_only' })).scopes).toEqual([
    'linodes:read_only',
  ])
})

test('C12 asking for no scope in particular is as good as not asking', async () => {
  const silent = answer({ scope: undefined, scopes: undefined })
  const { client, sent } = clientAnswered([silent])
  expect((await client.refreshOAuthToken(held, { scopes: [] })).scopes).toEqual(held.scopes)
  expect(sent[0]?.form.get('scope')).toBeNull()
})

test('A25 what the server grants of itself to a login without scopes is not beyond what was asked', async () => {
  const { client } = clientAnswered([answer()], { redirectUri: 'https://app.example/callback' })
  const pending = new MemoryPendingLogins()
  const { state } = await client.beginLogin({ pending })
  const token = await client.completeLogin(`/callback?code=c0de&state=${state}`, { pending })
  expect([token.scopes, token.unrequestedScopes]).toEqual([['linodes:read_only'], []])
  expect((await client.finishOAuth('c0de', { scopes: [] })).unrequestedScopes).toEqual([])
})

test('C12 A26 empty scopes are none, not all', async () => {
  const token = await refreshed(answer({ scope: '', scopes: '' }))
  expect(token.scopes).toEqual([])
  expect(token.covers('linodes:read_only')).toBe(false)
})

test('scopes are read under either name and with either separator', async () => {
  for (const changes of [{ scope: undefined }, { scopes: undefined }]) {
    expect((await refreshed(answer(changes))).scopes).toEqual(['linodes:read_only'])
  }
  const both = answer({ scope: 'linodes:* domains:*', scopes: 'domains:*,linodes:*' })
  expect((await refreshed(both)).scopes).toEqual(['domains:*', 'linodes:*'])
})

test('A25 more scope than asked is told', async () => {
  const more = answer({ scope: 'linodes:* account:read_only', scopes: undefined })
  const { client } = clientAnswered([more])
  const exchanged = await client.finishOAuth('c0de', { scopes: ['linodes:read_only'] })
  expect(exchanged.unrequestedScopes).toEqual(['account:read_only', 'linodes:*'])
  expect((await client.refreshOAuthToken(held)).unrequestedScopes).toEqual(['account:read_only'])
  expect((await refreshed(answer())).unrequestedScopes).toEqual([])
})

test.each([
  ['A27 C15', undefined, refreshToken],
  ['A38 C15', null, refreshToken],
  ['A38 C15', '', refreshToken],
  ['A28 C15', refreshToken, refreshToken],
  ['A29 C15', newRefreshToken, newRefreshToken],
])('%s a refresh token of %j in the answer', async (_ids, value, kept) => {
  expect((await refreshed(answer({ refresh_token: value }))).refreshToken).toBe(kept)
  expect((await refreshed(answer({ refresh_token: value }), refreshToken)).refreshToken).toBe(kept)
})

test('A38 a token without a refresh token can’t be refreshed, and no request is made', async () => {
  const { client, sent } = publicClientAnswered(answer({ refresh_token: null }))
  const token = await client.finishOAuth('c0de')
  expect(token.refreshToken).toBeUndefined()
  const error = await failure(client.refreshOAuthToken(token), secrets)
  expect(error).toBeInstanceOf(LoginRequiredError)
  expect(error).toMatchObject({ code: 'no_refresh_token', operation: 'refresh' })
  expect(sent).toHaveLength(1)
})

test('A40 a token without a lifetime has no end', async () => {
  const token = await refreshed(answer({ expires_in: undefined }))
  expect(token.expiresAt).toBeUndefined()
  expect(token.isExpired(8.64e15)).toBe(false)
})

test('C11 a lifetime is capped', async () => {
  const token = await refreshed(answer({ expires_in: 1e12 }))
  expect(token.expiresAt).toBe(stoppedClock().now() + 10 * 365 * 86_400_000)
})

test.each<{ scopes: Scopes<OAuthScope> }>([
  { scopes: ['account:read_only'] },
  { scopes: ['linodes:*', 'domains:read_write'] },
  { scopes: '*' },
])('C16 a refresh never asks for more than was granted: %j', async (options) => {
  const { client, sent } = clientAnswered([answer()])
  const error = await failure(client.refreshOAuthToken(held, options), secrets)
  expect(error).toBeInstanceOf(ScopeError)
  expect(error).toMatchObject({ code: 'not_granted', operation: 'refresh' })
  expect(sent).toHaveLength(0)
})

test('C16 a refresh asks for no scope unless told to, and then for no more', async () => {
  const { client, sent } = clientAnswered([answer()])
  await client.refreshOAuthToken(held)
  await client.refreshOAuthToken(held, { scopes: ['linodes:read_only'] })
  expect(sent.map(({ form }) => form.get('scope'))).toEqual([null, 'linodes:read_only'])
})

test.each(['', 'a\nb', 'é', 'x'.repeat(10_000)])('C13 %j is no refresh token to send', async (token) => {
  const { client, sent } = clientAnswered([answer()])
  expect(await failure(client.refreshOAuthToken(token))).toMatchObject({
    name: 'ConfigurationError',
    option: 'refreshToken',
  })
  expect(sent).toHaveLength(0)
})

test('H7 a lifetime of nothing is over at once, and asks for nothing by itself', async () => {
  const { client, sent } = clientAnswered([answer({ expires_in: 0 })])
  const token = await client.refreshOAuthToken(held)
  expect(token.isExpired(token.expiresAt)).toBe(true)
  expect(sent).toHaveLength(1)
})

test('H4 a lifetime goes past 2038, and past what a date can hold is refused', async () => {
  const beginning = async (now: number) => {
    const { client } = clientAnswered([answer({ expires_in: 7200 })], { clock: stoppedClock(now) })
    return client.refreshOAuthToken(held)
  }
  expect((await beginning(2 ** 31 * 1000)).expiresAt).toBe(2 ** 31 * 1000 + 7_200_000)
  expect(await failure(beginning(8.64e15))).toMatchObject({
    name: 'InvalidResponseError',
    code: 'invalid_field',
  })
})
