// Answers that are odd and good all the same, and what the token is that comes of them.
import { LoginRequiredError, OAuthToken } from '@linode-login/node'
import { FakeClock } from '@linode-login/testing'
import { describe, expect, test } from 'vitest'
import { startServer } from '../hostile-server.fixture.js'
import { calls, clientOf, held, tokenCalls } from '../refusal.fixture.js'
import { rejection, safe } from '../secrets/safety.fixture.js'
import { accessToken, newAccessToken, newRefreshToken, refreshToken } from '../secrets/secrets.fixture.js'
import { answer, token, tokenAnswer } from './answers.fixture.js'

const clock = new FakeClock()
const TEN_YEARS = 10 * 365 * 24 * 60 * 60

/** The token that a call gives for an answer. */
async function tokenOf(call: 'exchange' | 'refresh', answering = token()): Promise<OAuthToken> {
  await using server = await startServer(answering)
  const result = await calls[call](clientOf(server, { clock }))
  if (!(result instanceof OAuthToken)) throw new Error('expected a token')
  expect(result.accessToken).toBe(newAccessToken)
  expect(server.received).toHaveLength(1)
  return result
}

describe.each(tokenCalls)('%s', (call) => {
  test.each(['bearer', 'Bearer', 'BEARER'])('C10 the type %s is a bearer token', async (token_type) => {
    expect((await tokenOf(call, token({ token_type }))).tokenType).toBe('bearer')
  })

  test('C8 fields that nobody asked for are ignored, twice given or not', async () => {
    const odd = `{"odd":1,"odd":[{"access_token":"x"}],"id_token":"${newRefreshToken}",`
    const result = await tokenOf(call, answer(odd + JSON.stringify(tokenAnswer).slice(1)))
    expect(result.refreshToken).toBe(newRefreshToken)
  })

  test('A14 __proto__ and constructor are names like any other', async () => {
    const evil = '{"__proto__":{"access_token":"x","polluted":1},"constructor":{"prototype":{"polluted":1}},'
    const result = await tokenOf(call, answer(evil + JSON.stringify(tokenAnswer).slice(1)))
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(Reflect.get(result, 'polluted')).toBeUndefined()
  })

  test('A14 what __proto__ holds is no field of the answer', async () => {
    const evil = `{"__proto__":${JSON.stringify(tokenAnswer)}}`
    await using server = await startServer(answer(evil))
    const error = safe(await rejection(calls[call](clientOf(server))))
    expect(error.code).toBe('invalid_field')
  })

  test.each([
    ['C11 0', 0, 0],
    ['C11 a text of digits', '3600', 3600],
    ['C11 a trillion, cut to ten years', 1e12, TEN_YEARS],
  ])('a lifetime of %s', async (_, expires_in, seconds) => {
    const { expiresAt } = await tokenOf(call, token({ expires_in }))
    expect(expiresAt).toBe(clock.now() + seconds * 1000)
  })

  test('A40 without a lifetime the token is usable until a 401', async () => {
    const result = await tokenOf(call, token({ expires_in: undefined }))
    expect(result.expiresAt).toBeUndefined()
    expect(result.isExpired(Number.MAX_SAFE_INTEGER)).toBe(false)
  })

  test('C12 scopes left out are those asked for, or granted before', async () => {
    const result = await tokenOf(call, token({ scope: undefined, scopes: undefined }))
    expect(result.scopes).toEqual(['linodes:read_only'])
    expect(result.unrequestedScopes).toEqual([])
  })

  test('C12 A26 no scope is none, not all', async () => {
    const result = await tokenOf(call, token({ scope: '', scopes: '' }))
    expect(result.scopes).toEqual([])
    expect(result.covers('linodes:read_only')).toBe(false)
  })

  test('A25 more scope than asked for is told', async () => {
    const granted = 'account:* linodes:read_only linodes:read_write'
    const result = await tokenOf(call, token({ scope: granted, scopes: granted }))
    expect(result.unrequestedScopes).toEqual(['account:*', 'linodes:read_write'])
    expect((await tokenOf(call, token({ scope: '*', scopes: '*' }))).unrequestedScopes).toEqual(['*'])
    expect((await tokenOf(call)).unrequestedScopes).toEqual([])
  })

  test('A29 C15 a new refresh token replaces the old', async () => {
    expect((await tokenOf(call)).refreshToken).toBe(newRefreshToken)
  })

  test.each([
    ['A27 left out', undefined],
    ['A38 null', null],
    ['A38 empty', ''],
  ])('C15 %s, the refresh token stays what it was', async (_, refresh_token) => {
    const before = call === 'refresh' ? refreshToken : undefined
    expect((await tokenOf(call, token({ refresh_token }))).refreshToken).toBe(before)
  })
})

test('A28 C15 the same refresh token again is the one to keep', async () => {
  expect((await tokenOf('refresh', token({ refresh_token: refreshToken }))).refreshToken).toBe(refreshToken)
})

test('A38 where no refresh token is held, none is asked for', async () => {
  await using server = await startServer(token())
  const bare = new OAuthToken({ accessToken, scopes: held.scopes })
  const error = safe(await rejection(clientOf(server).refreshOAuthToken(bare)))
  expect(error).toBeInstanceOf(LoginRequiredError)
  expect(error.code).toBe('no_refresh_token')
  expect(server.received).toHaveLength(0)
})

test.each(tokenCalls)('A30 %s: a cookie that the server sets is never sent', async (call) => {
  await using server = await startServer((response, request) => {
    response.setHeader('Set-Cookie', ['session=1; Path=/', `token=${newAccessToken}`])
    token()(response, request)
  })
  const client = clientOf(server)
  await calls[call](client)
  await calls[call](client)
  expect(server.received.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
})
