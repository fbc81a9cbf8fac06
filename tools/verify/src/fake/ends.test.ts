// How tokens end at the fake server, and how its faults look to the client.
import type { LinodeLoginClient, OAuthToken } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outOfTime, timeout } from '../client/connections/out-of-time.fixture.js'
import { loginThatCameBack } from '../client/logins/comes-back.fixture.js'
import { clientOf, redirectUri } from '../client/refusal.fixture.js'
import { rejection, safe } from '../client/secrets/safety.fixture.js'
import { callApi, credentials, post } from './ask.fixture.js'

let login: FakeLogin

beforeEach(async () => {
  login = await FakeLogin.start()
})

afterEach(() => login.stop())

/** A user of an app who has just signed in. */
async function signedIn() {
  const app = login.registerClient({ redirectUri })
  const client = clientOf(login, { ...app, clock: login.clock, timeout })
  const { pending, callback } = await loginThatCameBack(login, client)
  const token = await client.completeLogin(callback, { pending })
  return { app, client, token, accessToken: token.accessToken, refreshToken: token.refreshToken ?? '' }
}

describe.each(['/oauth/revoke', '/oauth/token/expire'])('%s', (path) => {
  test.each([
    ['accessToken', undefined],
    ['accessToken', 'access_token'],
    ['accessToken', 'refresh_token'],
    ['accessToken', 'id_token'],
    ['refreshToken', undefined],
    ['refreshToken', 'access_token'],
    ['refreshToken', 'refresh_token'],
  ] as const)('S13 the %s is found with the hint %s, and ends with its grant', async (kind, hint) => {
    const user = await signedIn()
    const form = { ...credentials(user.app), token: user[kind], token_type_hint: hint }
    expect((await post(login, path, form)).status).toBe(200)
    expect((await callApi(login, user.accessToken)).status).toBe(401)
    expect(safe(await rejection(user.client.refreshOAuthToken(user.token))).code).toBe('invalid_grant')
  })

  test.each(['f'.repeat(64), 'a b', 't\u00f6k', 'a"b', '%00', '\u0000', '=', '-', 'x'.repeat(9000)])(
    'S13 a token that is none is no error, whatever it looks like: %j',
    async (token) => {
      const { app, accessToken } = await signedIn()
      expect((await post(login, path, { ...credentials(app), token })).status).toBe(200)
      expect((await callApi(login, accessToken)).status).toBe(200)
    },
  )

  test('S13 no token, or two, is an error', async () => {
    const { app } = await signedIn()
    for (const tokens of [[], [''], ['a', 'a']]) {
      const body = new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret })
      for (const token of tokens) body.append('token', token)
      const answer = await fetch(login.url + path, { method: 'POST', body })
      expect([answer.status, (await answer.json()).error]).toEqual([400, 'invalid_request'])
    }
  })

  test("S13 another client's token is refused, and lives on", async () => {
    const [user, stranger] = [await signedIn(), await signedIn()]
    for (const token of [user.accessToken, user.refreshToken]) {
      const answer = await post(login, path, { ...credentials(stranger.app), token })
      expect([answer.status, (await answer.json()).error]).toEqual([400, 'invalid_grant'])
    }
    expect((await callApi(login, user.accessToken)).status).toBe(200)
    await expect(user.client.refreshOAuthToken(user.token)).resolves.toBeDefined()
  })

  test('S13 who does not authenticate ends nothing', async () => {
    const { app, accessToken } = await signedIn()
    for (const form of [{}, { client_id: app.clientId }, { client_id: app.clientId, client_secret: 'x' }]) {
      expect((await post(login, path, { ...form, token: accessToken })).ok).toBe(false)
    }
    expect((await callApi(login, accessToken)).status).toBe(200)
  })
})

/** What a refresh ends with that meets a fault. Only of silence it learns by its time running out. */
function failedRefresh(fault: string, client: LinodeLoginClient, token: OAuthToken): Promise<unknown> {
  const begin = () => rejection(client.refreshOAuthToken(token))
  return fault === 'silence' ? outOfTime(() => login.requests.all('refresh').length > 0, begin) : begin()
}

test.each([
  ['N3', 'reset', 'failed'],
  ['N4 A5', 'silence', 'timeout'],
  ['A24', 'cut-short', 'failed'],
] as const)('%s the fault %s is told as %s, and the request is not sent again', async (_, fault, code) => {
  const { client, token } = await signedIn()
  login.on('refresh').once({ fault }).thenReal()
  const error = safe(await failedRefresh(fault, client, token))
  expect(error).toMatchObject({ code, operation: 'refresh', sent: 'maybe' })
  expect(login.requests.all('refresh')).toHaveLength(1)
})

test.each([
  ['reset', false, true],
  ['reset', true, false],
  ['silence', false, true],
  ['silence', true, false],
  ['cut-short', undefined, false],
] as const)(
  'after the fault %s (served: %s) the old refresh token is still good: %s',
  async (fault, served, good) => {
    const { client, token } = await signedIn()
    login.on('refresh').once({ fault, served }).thenReal()
    await failedRefresh(fault, client, token)
    const outcome = await client.refreshOAuthToken(token).catch((reason: unknown) => safe(reason).code)
    expect(typeof outcome === 'object').toBe(good)
    if (!good) expect(outcome).toBe('invalid_grant')
  },
)

test.each([
  [
    { status: 429, retryAfter: 1 },
    { code: 'rate_limited', retryAfter: 1_000 },
  ],
  [
    { status: 503, retryAfter: 30 },
    { code: 'unavailable', retryAfter: 30_000 },
  ],
  [{ error: 'invalid_grant' }, { code: 'invalid_grant', status: 400 }],
  [{ error: 'invalid_client' }, { code: 'invalid_client', status: 401 }],
  [
    { status: 302, headers: { location: 'https://evil.example/' } },
    { code: 'redirected', status: 302 },
  ],
  [
    { status: 403, headers: { 'content-type': 'text/html' }, body: 'Reference #18.1' },
    { code: 'blocked_by_edge' },
  ],
])('a scripted answer %j comes once, and then the real one', async (given, expected) => {
  const { client, token } = await signedIn()
  login.on('refresh').once(given).thenReal()
  expect(safe(await rejection(client.refreshOAuthToken(token)))).toMatchObject(expected)
  await expect(client.refreshOAuthToken(token)).resolves.toBeDefined()
  expect(login.requests.all('refresh')).toHaveLength(2)
})
