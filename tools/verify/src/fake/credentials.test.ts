// Secrets that the fake server makes, and the one way in which it takes them.
import { FakeLogin } from '@linode-login/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loginThatCameBack } from '../client/logins/comes-back.fixture.js'
import { redirectUri } from '../client/refusal.fixture.js'
import { callApi, credentials, post } from './ask.fixture.js'

let login: FakeLogin

beforeAll(async () => {
  login = await FakeLogin.start()
})

afterAll(() => login.stop())

/** A user who has just signed in. */
async function signedIn() {
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  const { accessToken, refreshToken = '' } = await client.completeLogin(callback, { pending })
  return { code: secrets.code, accessToken, refreshToken }
}

const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`

test.each(['/oauth/token', '/oauth/revoke', '/oauth/token/expire'])(
  'S6 at %s, who tries to authenticate by header gets 401 and is told of it in a header',
  async (path) => {
    const app = login.registerClient({ redirectUri })
    const { refreshToken } = await signedIn()
    const form = {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      token: refreshToken,
      client_id: app.clientId,
    }
    for (const authorization of [
      basic(app.clientId, app.clientSecret),
      basic('x', 'y'),
      'Bearer x',
      'Moon',
    ]) {
      for (const body of [form, { ...form, ...credentials(app) }]) {
        const answer = await post(login, path, body, { authorization })
        expect(answer.status).toBe(401)
        expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="/)
        expect(await answer.json()).toMatchObject({ error: 'invalid_client' })
      }
    }
  },
)

test.each([
  ['application/x-www-form-urlencoded', 'grant_type=client_credentials'],
  ['text/plain', 'hello'],
  ['application/json', '{}'],
])('S6 whatever else is wrong, the header is judged first: %s %s', async (type, body) => {
  const headers = { authorization: basic('x', 'y'), 'content-type': type }
  const answer = await fetch(`${login.url}/oauth/token`, { method: 'POST', body, headers })
  expect([answer.status, (await answer.json()).error]).toEqual([401, 'invalid_client'])
  expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="/)
})

test('S6 who sends a wrong secret in the body gets invalid_client, and no header', async () => {
  const { clientId } = login.registerClient({ redirectUri })
  const answer = await post(login, '/oauth/token', {
    grant_type: 'refresh_token',
    refresh_token: 'x',
    client_id: clientId,
    client_secret: 'wrong',
  })
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, null])
  expect(await answer.json()).toMatchObject({ error: 'invalid_client' })
})

test('C5 a secret in the URI is refused', async () => {
  const app = login.registerClient({ redirectUri })
  const { code } = await signedIn()
  const query = new URLSearchParams({ client_secret: app.clientSecret })
  const answer = await post(login, `/oauth/token?${query}`, { client_id: app.clientId, code })
  expect([answer.status, (await answer.json()).error]).toEqual([400, 'invalid_request'])
})

test('S9 every secret has 160 bits of chance: as many characters, all sixteen of them as often, none twice', async () => {
  const secrets: string[] = []
  for (let user = 0; user < 25; user += 1) {
    const { clientSecret } = login.registerClient({ redirectUri })
    secrets.push(clientSecret, ...Object.values(await signedIn()))
  }
  for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{40,}$/)
  expect(new Set(secrets).size).toBe(secrets.length)
  const counts = new Map<string, number>()
  for (const character of secrets.join('')) counts.set(character, (counts.get(character) ?? 0) + 1)
  const expected = secrets.join('').length / 16
  expect(counts.size).toBe(16)
  // Six times the deviation that chance has.
  for (const count of counts.values())
    expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected))
})

test('C27 the API takes a token from the header only: neither from the query nor from a form', async () => {
  const { accessToken } = await signedIn()
  expect((await callApi(login, accessToken)).status).toBe(200)
  const url = `${login.apiUrl}/v4/linode/instances`
  const attempts = [
    fetch(`${url}?access_token=${accessToken}`),
    fetch(`${url}?token=${accessToken}`),
    fetch(`${url}?${new URLSearchParams({ authorization: `Bearer ${accessToken}` })}`),
    fetch(url, { method: 'POST', body: new URLSearchParams({ access_token: accessToken }) }),
    fetch(url, { headers: { cookie: `access_token=${accessToken}` } }),
    fetch(url, { headers: { authorization: accessToken } }),
    fetch(url, { headers: { authorization: `Basic ${accessToken}` } }),
  ]
  for (const answer of await Promise.all(attempts)) {
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ errors: [{ reason: 'Invalid Token' }] })
    expect(answer.headers.get('x-oauth-scopes')).toBe('unknown')
  }
})
