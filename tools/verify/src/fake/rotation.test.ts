// Refresh tokens that are used more than once, in each mode of rotation, and the end that all of them have.
import { FakeLogin, type FakeLoginOptions } from '@linode-login/testing'
import { describe, expect, test } from 'vitest'
import { loginThatCameBack } from '../client/logins/comes-back.fixture.js'
import { clientOf, redirectUri } from '../client/refusal.fixture.js'
import { rejection, safe } from '../client/secrets/safety.fixture.js'
import { callApi, credentials, post } from './ask.fixture.js'

/** A user who has signed in, and a way to bring any refresh token. */
async function signedIn(options: FakeLoginOptions) {
  const login = await FakeLogin.start(options)
  const app = login.registerClient({ redirectUri })
  const client = clientOf(login, { ...app, clock: login.clock })
  const { pending, callback } = await loginThatCameBack(login, client)
  const token = await client.completeLogin(callback, { pending })
  const bring = async (refreshToken: string, more = {}): Promise<string> => {
    const form = { grant_type: 'refresh_token', ...credentials(app), refresh_token: refreshToken, ...more }
    const answer = await (await post(login, '/oauth/token', form)).json()
    return answer.refresh_token ?? answer.error
  }
  return {
    login,
    client,
    token,
    first: token.refreshToken ?? '',
    bring,
    [Symbol.asyncDispose]: () => login.stop(),
  }
}

test.each([
  ['strict', 1],
  ['none', 10],
  ['grace', 10],
  ['grace-forks', 10],
] as const)('S7 rotation %s: of ten refreshes at once with one token, %d succeed', async (rotation, good) => {
  await using user = await signedIn({ rotation })
  const came = await Promise.all(Array.from({ length: 10 }, () => user.bring(user.first)))
  expect(came.filter((word) => word !== 'invalid_grant')).toHaveLength(good)
  const different = { strict: 2, none: 1, grace: 1, 'grace-forks': 10 }
  expect(new Set(came).size).toBe(different[rotation])
  expect(came.includes(user.first)).toBe(rotation === 'none')
})

describe.each(['strict', 'grace', 'grace-forks'] as const)('S7 rotation %s', (rotation) => {
  test('reuse after the grace ends every token of the grant', async () => {
    await using user = await signedIn({ rotation, lifetimes: { grace: 30 } })
    const { login, client, token, first, bring } = user
    const next = await client.refreshOAuthToken(token)
    login.clock.advance({ seconds: 30 })
    expect((await callApi(login, next.accessToken)).status).toBe(200)
    expect(safe(await rejection(client.refreshOAuthToken(token))).code).toBe('invalid_grant')
    for (const { accessToken } of [token, next]) expect((await callApi(login, accessToken)).status).toBe(401)
    for (const refreshToken of [first, next.refreshToken ?? '']) {
      expect(await bring(refreshToken)).toBe('invalid_grant')
    }
  })

  test('reuse is found before a scope that was not granted', async () => {
    await using user = await signedIn({ rotation, lifetimes: { grace: 0 } })
    const next = await user.bring(user.first)
    expect(await user.bring(user.first, { scope: 'account:read_only' })).toBe('invalid_grant')
    expect(await user.bring(next)).toBe('invalid_grant')
  })
})

test.each(['strict', 'none', 'grace', 'grace-forks'] as const)(
  'S8 rotation %s: no refresh token outlives the lifetime of the first',
  async (rotation) => {
    await using user = await signedIn({ rotation, lifetimes: { refreshToken: 3600 } })
    const { login, client } = user
    let { token } = user
    for (const minutes of [20, 20, 19]) {
      login.clock.advance({ minutes })
      token = await client.refreshOAuthToken(token)
    }
    login.clock.advance({ minutes: 1 })
    expect(safe(await rejection(client.refreshOAuthToken(token))).code).toBe('invalid_grant')
    expect((await callApi(login, token.accessToken)).status).toBe(200)
  },
)
