// Where the fake server sends a browser back to, and where it never does.
import { FakeLogin, UsageError } from '@linode-login/testing'
import { describe, expect, test } from 'vitest'
import { loginThatCameBack } from '../client/logins/comes-back.fixture.js'
import { clientOf } from '../client/refusal.fixture.js'
import { authorize } from './ask.fixture.js'

/** Whether a browser is sent to the requested URI; if not, it must be sent nowhere. */
async function sent(
  registered: string,
  requested: string,
  redirectMatch: 'exact' | 'prefix',
): Promise<boolean> {
  await using login = await FakeLogin.start({ redirectMatch })
  const { clientId } = login.registerClient({ redirectUri: registered })
  const { status, headers } = await authorize(login, { client_id: clientId, redirect_uri: requested })
  const location = headers.get('location')
  if (location === null) {
    expect(status).toBe(400)
    return false
  }
  expect(status).toBe(303)
  // Byte for byte what was asked, and the answer behind it.
  expect(location.startsWith(requested + (requested.includes('?') ? '&' : '?'))).toBe(true)
  return true
}

const app = 'https://app.example/callback'

describe('S1 by exact match', () => {
  test.each([
    [app, app],
    ['https://app.example/callback?from=a', 'https://app.example/callback?from=a'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:53682/callback'],
    ['http://127.0.0.1:1/callback', 'http://127.0.0.1:53682/callback'],
    ['http://[::1]/callback', 'http://[::1]:53682/callback'],
    ['http://localhost/callback', 'http://localhost:53682/callback'],
  ])('%s answers to %s', async (registered, requested) => {
    expect(await sent(registered, requested, 'exact')).toBe(true)
  })

  test.each([
    [app, `${app}/`],
    [app, `${app}?a=b`],
    [app, `${app}/more`],
    [app, 'https://app.example/Callback'],
    [app, 'https://APP.example/callback'],
    [app, 'https://app.example:443/callback'],
    [app, 'https://app.example/x/../callback'],
    [app, 'https://app.example/%63allback'],
    [app, 'http://app.example/callback'],
    [app, 'https://app.example:8443/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:53682/other'],
    ['http://127.0.0.1/callback', 'http://[::1]:53682/callback'],
    ['http://127.0.0.1/callback', 'http://localhost:53682/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1:80@evil.example/callback'],
    ['http://127.0.0.1/callback', 'http://127.0.0.1.evil.example/callback'],
  ])('%s does not answer to %s', async (registered, requested) => {
    expect(await sent(registered, requested, 'exact')).toBe(false)
  })
})

describe('S1 by prefix, as Linode does it', () => {
  test.each([
    [app, app],
    [app, `${app}/more`],
    [app, `${app}?a=b`],
    ['https://app.example', 'https://app.example/anything'],
    ['https://app.example/?a=b', 'https://app.example/?a=b&c=d'],
    ['http://localhost/callback', 'http://localhost:53682/callback/more'],
  ])('%s answers to %s', async (registered, requested) => {
    expect(await sent(registered, requested, 'prefix')).toBe(true)
  })

  test.each([
    ['https://app.example', 'https://app.example.evil'],
    ['https://app.example', 'https://app.example.evil/callback'],
    ['https://app.example', 'https://app.example@evil.example'],
    ['https://app.example', 'https://app.example:8443'],
    ['https://app.example', 'https://app.exampleevil'],
    ['https://app.example', 'http://app.example'],
    [app, 'https://app.example/callback-evil'],
    [app, 'https://app.example/callbackevil'],
    [app, 'https://app.example/callback/../evil'],
    [app, 'https://app.example/callback/%2e%2e/evil'],
    [app, 'https://user@app.example/callback'],
    ['https://app.example/?a=b', 'https://app.example/?a=bc'],
    ['http://localhost', 'http://localhost.evil'],
    ['http://127.0.0.1', 'http://127.0.0.1.evil.example'],
    [app, 'https:app.example/callback'],
    [app, 'https:/app.example/callback'],
    [app, 'https:\\\\app.example/callback'],
    [app, 'https://app.example\\@evil.example/callback'],
    [app, 'https://:@app.example/callback'],
    [app, 'https://@app.example/callback'],
    [app, `${app}/..%2fevil`],
    [app, `${app}/..%5cevil`],
    [app, `${app}/.%2e/evil`],
    [app, `${app}/..\\evil`],
    [app, `${app}/./evil/..`],
    [app, `${app}/%252e%252e/evil`],
  ])('B16 %s does not answer to %s', async (registered, requested) => {
    expect(await sent(registered, requested, 'prefix')).toBe(false)
  })
})

test('C1 C9 a redirect URI keeps its own query, all the way through a login', async () => {
  const uri = 'https://app.example/callback?from=a%20b&to='
  await using login = await FakeLogin.start()
  const app = login.registerClient({ redirectUri: uri })
  const client = clientOf(login, { ...app, redirectUri: uri, clock: login.clock })
  const { pending, callback } = await loginThatCameBack(login, client)
  expect(callback.startsWith(`${uri}&code=`)).toBe(true)
  await client.completeLogin(callback, { pending })
  expect(login.requests.all('exchange')[0]?.secret('redirect_uri')).toBe(uri)
})

test.each([
  'https://app.example/\u00e4',
  'https://app.example/\r\nx: y',
  'https:app.example/',
  'https://:@app.example/',
])('B3 %j can not be registered', async (redirectUri) => {
  await using login = await FakeLogin.start({ listen: false })
  expect(() => login.registerClient({ redirectUri })).toThrow(UsageError)
})

describe('S2 no redirect', () => {
  test.each([
    ['for a client that is not known', { client_id: 'nobody' }],
    ['for no client', { client_id: undefined }],
    ['for a redirect URI that is not registered', { redirect_uri: 'https://evil.example/callback' }],
    ['for one that is no URI', { redirect_uri: '/callback' }],
    ['for one with a fragment', { redirect_uri: `${app}#a` }],
    ['for a client that is not known, even with another error', { client_id: 'nobody', response_type: 'x' }],
  ])('%s', async (_, wrong) => {
    await using login = await FakeLogin.start()
    const { clientId } = login.registerClient({ redirectUri: app })
    const answer = await authorize(login, { client_id: clientId, state: 's', ...wrong })
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(await answer.text()).not.toMatch(/http-equiv|<script/i)
  })

  test.each(['client_id', 'redirect_uri'])('where %s stands twice', async (name) => {
    await using login = await FakeLogin.start()
    const { clientId } = login.registerClient({ redirectUri: app })
    const query = new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: app })
    query.append(name, query.get(name) ?? '')
    const answer = await fetch(`${login.url}/oauth/authorize?${query}`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
  })

  test('but any other error goes back to the client, with its state', async () => {
    await using login = await FakeLogin.start()
    const { clientId } = login.registerClient({ redirectUri: app })
    const wrongs = [{ response_type: 'token' }, { scope: 'no:such' }, { code_challenge: 'short' }]
    for (const wrong of wrongs) {
      const { headers } = await authorize(login, { client_id: clientId, state: 's', ...wrong })
      const { searchParams } = new URL(headers.get('location') ?? '')
      expect(searchParams.get('state')).toBe('s')
      expect(searchParams.has('error')).toBe(true)
      expect(searchParams.has('code')).toBe(false)
    }
  })
})
