// One client, one store, many users at once: everyone gets the token of their own login.
import { boundTo, MemoryPendingLogins, OAuthToken } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { expect, test } from 'vitest'
import { json } from '../answers/answers.fixture.js'
import { startServer } from '../hostile-server.fixture.js'
import { clientOf, redirectUri } from '../refusal.fixture.js'
import { rejection, safe } from '../secrets/safety.fixture.js'
import { comeBack, fakeClientOf } from './comes-back.fixture.js'

const families = [
  'account',
  'databases',
  'domains',
  'events',
  'firewall',
  'images',
  'ips',
  'linodes',
  'lke',
  'volumes',
] as const
const wishes = families.flatMap((family) => [`${family}:read_only`, `${family}:read_write`] as const)

/** What the API says that a token has. */
async function scopesAt(login: FakeLogin, token: OAuthToken): Promise<string | null> {
  const headers = { authorization: `Bearer ${token.accessToken}` }
  return (await fetch(`${login.apiUrl}/v4/profile`, { headers })).headers.get('x-oauth-scopes')
}

test('R8 twenty users sign in, refresh and sign out at once, and none gets what is another one’s', async () => {
  await using login = await FakeLogin.start()
  const client = fakeClientOf(login)
  const pending = new MemoryPendingLogins({ clock: login.clock })

  const begun = await Promise.all(wishes.map((scopes) => client.beginLogin({ scopes, pending })))
  const callbacks = await Promise.all(begun.map(({ url }) => comeBack(url)))
  // They come back in another order than they went.
  const shuffled = callbacks
    .map((callback, index) => ({ callback, index }))
    .sort((one, other) => (one.callback < other.callback ? -1 : 1))
  const tokens: OAuthToken[] = []
  await Promise.all(
    shuffled.map(async ({ callback, index }) => {
      tokens[index] = await client.completeLogin(callback, { pending })
    }),
  )
  expect(tokens.map((token) => token.scopes.join())).toEqual(wishes)
  expect(await Promise.all(tokens.map((token) => scopesAt(login, token)))).toEqual(wishes)

  const next = await Promise.all(tokens.map((token) => client.refreshOAuthToken(token)))
  expect(await Promise.all(next.map((token) => scopesAt(login, token)))).toEqual(wishes)
  const all = [...tokens, ...next].flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken])
  expect(new Set(all).size).toBe(4 * wishes.length)

  // One signs out; the others stay.
  await client.expireToken(next[0]!)
  const left = await Promise.all(next.map((token) => scopesAt(login, token)))
  expect(left).toEqual(['unknown', ...wishes.slice(1)])
})

test('R8 answers that come in another order than their requests go to who asked', async () => {
  const waiting: (() => void)[] = []
  await using server = await startServer((response, request) => {
    const access_token = `for-${request.form.get('code') ?? request.form.get('refresh_token')}`
    const answering = json({ access_token, token_type: 'bearer', refresh_token: `${access_token}-next` })
    waiting.push(() => answering(response, request))
    if (waiting.length === 10) for (const go of waiting.splice(0).reverse()) go()
  })
  const client = clientOf(server)
  const names = Array.from({ length: 10 }, (_, index) => `user${index}`)
  const tokens = await Promise.all(names.map((name) => client.finishOAuth(name)))
  expect(tokens.map(({ accessToken }) => accessToken)).toEqual(names.map((name) => `for-${name}`))
  const next = await Promise.all(tokens.map((token) => client.refreshOAuthToken(token)))
  expect(next.map(({ accessToken }) => accessToken)).toEqual(names.map((name) => `for-for-${name}-next`))
})

test('C19 K6 R8 a store bound to one browser does not know the logins of another', async () => {
  await using login = await FakeLogin.start()
  const client = fakeClientOf(login)
  const store = new MemoryPendingLogins({ clock: login.clock })
  const [alice, mallory] = [boundTo(store, 'cookie-of-alice'), boundTo(store, 'cookie-of-mallory')]
  const { url } = await client.beginLogin({ pending: mallory })
  const callback = await comeBack(url)
  expect(safe(await rejection(client.completeLogin(callback, { pending: alice }))).code).toBe('state_unknown')
  expect(login.requests.all('exchange')).toHaveLength(0)
  await expect(client.completeLogin(callback, { pending: mallory })).resolves.toBeInstanceOf(OAuthToken)
})

test('R8 C25 clients of several servers share a store, and none takes a login that another began', async () => {
  await using login = await FakeLogin.start()
  await using elsewhere = await FakeLogin.start()
  const app = login.registerClient({ redirectUri })
  const clock = login.clock
  const pending = new MemoryPendingLogins({ clock })
  const client = clientOf(login, { ...app, clock })
  const { url } = await client.beginLogin({ pending })
  const callback = await comeBack(url)
  const strangers = [clientOf(elsewhere, { ...app, clock }), clientOf(login, { clientId: 'another', clock })]
  for (const stranger of strangers) {
    const error = safe(await rejection(stranger.completeLogin(callback, { pending })))
    expect(error.code).toBe('login_of_other_client')
  }
  expect([login, elsewhere].flatMap(({ requests }) => requests.all('exchange'))).toEqual([])
  await expect(client.completeLogin(callback, { pending })).resolves.toBeInstanceOf(OAuthToken)
})
