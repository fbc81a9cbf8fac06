import { expect, test } from 'vitest'
import { FakeClock } from './fake-clock.js'
import { FakeLogin } from './fake-login.js'
import {
  authorized,
  callApi,
  credentials,
  encode,
  exchange,
  jsonOf,
  redirectUri,
  refresh,
  signIn,
} from './login-flow.fixture.js'
import { UsageError } from './options/usage-error.js'

test('one user signs in over real sockets: code, tokens, API, expiry, refresh', async () => {
  await using login = await FakeLogin.start()
  const client = login.registerClient({ redirectUri })
  const query = encode({
    response_type: 'code',
    client_id: client.clientId,
    scope: 'linodes:read_only',
    state: 's1',
  })

  const authorization = await fetch(`${login.url}/oauth/authorize?${query}`, { redirect: 'manual' })
  expect(authorization.status).toBe(303)
  const callback = new URL(authorization.headers.get('location') ?? '')
  expect(callback.origin + callback.pathname).toBe(redirectUri)
  expect(callback.searchParams.get('state')).toBe('s1')

  const code = callback.searchParams.get('code') ?? ''
  const body = encode({ grant_type: 'authorization_code', ...credentials(client), code })
  const answer = await fetch(`${login.url}/oauth/token`, { method: 'POST', body })
  expect(answer.status).toBe(200)
  const tokens = await jsonOf(answer)
  expect(tokens).toEqual({
    access_token: expect.stringMatching(/^[0-9a-f]{64}$/),
    token_type: 'bearer',
    expires_in: 7200,
    refresh_token: expect.stringMatching(/^[0-9a-f]{64}$/),
    scope: 'linodes:read_only',
    scopes: 'linodes:read_only',
  })

  const headers = { authorization: `Bearer ${tokens['access_token']}` }
  expect((await fetch(`${login.apiUrl}/v4/linode/instances`, { headers })).status).toBe(200)
  login.clock.advance({ hours: 2 })
  expect((await fetch(`${login.apiUrl}/v4/linode/instances`, { headers })).status).toBe(401)

  const again = encode({
    grant_type: 'refresh_token',
    ...credentials(client),
    refresh_token: String(tokens['refresh_token']),
  })
  const refreshed = await jsonOf(await fetch(`${login.url}/oauth/token`, { method: 'POST', body: again }))
  expect(refreshed['refresh_token']).not.toBe(tokens['refresh_token'])
  const fresh = { authorization: `Bearer ${refreshed['access_token']}` }
  expect((await fetch(`${login.apiUrl}/v4/linode/instances`, { headers: fresh })).status).toBe(200)
})

test('the login server and the API are two origins', async () => {
  await using login = await FakeLogin.start()
  expect(new URL(login.url).origin).not.toBe(new URL(login.apiUrl).origin)
})

test('without a socket the same is reached by login.fetch alone', async () => {
  await using login = await FakeLogin.start({ listen: false })
  expect([login.url, login.apiUrl]).toEqual(['https://login.linode.test', 'https://api.linode.test'])
  const client = login.registerClient({ redirectUri })
  const { accessToken } = await signIn(login, client)
  expect((await callApi(login, accessToken)).status).toBe(200)
  expect((await callApi(login, accessToken, '/profile')).body).toEqual(login.user)
})

test('the same seed gives the same ids and secrets', async () => {
  const run = async (seed?: string): Promise<unknown> => {
    await using login = await FakeLogin.start({ listen: false, seed })
    const client = login.registerClient({ redirectUri })
    return [client, await signIn(login, client)]
  }
  expect(await run('a')).toEqual(await run('a'))
  expect(await run('a')).not.toEqual(await run('b'))
  expect(await run()).not.toEqual(await run())
})

test('S9 every secret of the strict profile holds 160 bits at least, as long as no seed is given', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  const secrets = [client.clientSecret, ...Object.values(await signIn(login, client))]
  for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{40,}$/)
  expect(new Set(secrets).size).toBe(4)
})

test("the linode profile gives codes of Linode's twenty characters", async () => {
  await using login = await FakeLogin.start({ listen: false, profile: 'linode' })
  const { code } = await signIn(login, login.registerClient({ redirectUri }))
  expect(code).toMatch(/^[0-9a-f]{20}$/)
})

test('a switch goes before the profile', async () => {
  await using login = await FakeLogin.start({
    listen: false,
    profile: 'linode',
    rotation: 'none',
    shortSecrets: undefined,
  })
  const client = login.registerClient({ redirectUri })
  const { code, refreshToken } = await signIn(login, client)
  expect((await refresh(login, client, { refresh_token: refreshToken })).body['refresh_token']).toBe(
    refreshToken,
  )
  expect(code).toHaveLength(20)
})

test('lifetimes can be set, and two servers can share a clock', async () => {
  const clock = new FakeClock(0)
  await using login = await FakeLogin.start({ listen: false, clock, lifetimes: { code: 5, accessToken: 10 } })
  const client = login.registerClient({ redirectUri })
  const { accessToken } = await signIn(login, client)
  const code = (await authorized(login, { client_id: client.clientId })).get('code') ?? ''
  clock.advance({ seconds: 5 })
  expect((await exchange(login, client, { code })).body['error']).toBe('invalid_grant')
  expect((await callApi(login, accessToken)).status).toBe(200)
  clock.advance({ seconds: 5 })
  expect((await callApi(login, accessToken)).status).toBe(401)
})

test('after stop() nothing is reached, and stopping again is no error', async () => {
  const login = await FakeLogin.start()
  const waiting = login.requests.next('refresh')
  await login.stop()
  await login.stop()
  await expect(waiting).rejects.toThrow('stopped')
  await expect(fetch(`${login.url}/login`)).rejects.toThrow()
  await expect(login.fetch(`${login.url}/login`)).rejects.toThrow(TypeError)
})

test('a port that is taken is an error, and leaves nothing open', async () => {
  await using login = await FakeLogin.start()
  const port = Number(new URL(login.url).port)
  await expect(FakeLogin.start({ apiPort: port })).rejects.toThrow('EADDRINUSE')
})

test.each(['at-once', 'page'] as const)(
  'signIn() plays the browser of a user who approves: consent %s',
  async (consent) => {
    await using login = await FakeLogin.start({ consent })
    const { clientId } = login.registerClient({ redirectUri })
    const url = `${login.url}/oauth/authorize?${encode({ response_type: 'code', client_id: clientId, scope: '*', state: 's' })}`
    const callback = new URL(await login.signIn(url))
    expect(callback.origin + callback.pathname).toBe(redirectUri)
    expect([...callback.searchParams.keys()].sort()).toEqual(['code', 'state'])
  },
)

test.each(['at-once', 'page'] as const)(
  'signIn() grants what it is told, and the token has no more: consent %s',
  async (consent) => {
    await using login = await FakeLogin.start({ consent, listen: false, requirePkce: 'never' })
    const client = login.registerClient({ redirectUri })
    const form = { response_type: 'code', client_id: client.clientId, scope: 'linodes:* domains:read_only' }
    const url = `${login.url}/oauth/authorize?${encode(form)}`
    const granted = async (grant: readonly string[]): Promise<unknown> => {
      const callback = new URL(await login.signIn(url, { grant }))
      const code = callback.searchParams.get('code') ?? ''
      return (await exchange(login, client, { code, redirect_uri: undefined })).body['scope']
    }
    expect(await granted(['linodes:read_only', 'linodes:read_only'])).toBe('linodes:read_only')
    expect(await granted(['domains:read_only', 'linodes:*'])).toBe('domains:read_only linodes:*')
    expect(await granted([])).toBe('')
  },
)

test.each(['at-once', 'page'] as const)(
  'signIn() can decline, as the Deny of the page does: consent %s',
  async (consent) => {
    await using login = await FakeLogin.start({ consent, listen: false, iss: true })
    const { clientId } = login.registerClient({ redirectUri })
    const form = { response_type: 'code', client_id: clientId, scope: '*', state: 's' }
    const url = `${login.url}/oauth/authorize?${encode(form)}`
    const callback = new URL(await login.signIn(url, { deny: true }))
    expect(Object.fromEntries(callback.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'the user denied the request',
      state: 's',
      iss: login.url,
    })
  },
)

test.each([
  [{ grant: ['linodes:raed_only'] }, "the app asks for 'linodes:read_only', not for 'linodes:raed_only'"],
  [{ grant: ['linodes:raed_only'] }, "did you mean 'linodes:read_only'?"],
  [{ grant: ['linodes:read_write'] }, /not for 'linodes:read_write'$/],
  [{ grant: ['domains:read_only'] }, /not for 'domains:read_only'$/],
  [{ grant: [''] }, "not for ''"],
  [{ grant: ['linodes:read_only'], deny: true }, 'grant must be left out where the user denies'],
  [{ grant: 'linodes:read_only' }, 'grant must be a list of scopes'],
  [{ grant: [7] }, 'grant must be a list of scopes'],
  [{ denied: true }, "there is no 'denied'. There are 'grant' and 'deny'"],
  [true, 'options must be a plain object'],
])('signIn() refuses the decision %j: %s', async (decision, words) => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri })
  const form = { response_type: 'code', client_id: clientId, scope: 'linodes:read_only' }
  const signedIn = login.signIn(`${login.url}/oauth/authorize?${encode(form)}`, decision as never)
  await expect(signedIn).rejects.toThrow(UsageError)
  await expect(signedIn).rejects.toThrow(words)
})

test.each([
  ['*', 'nonsense'],
  [undefined, 'linodes:read_only'],
])('of an app that asks for %s, %s can not be granted', async (scope, grant) => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri })
  const form = { response_type: 'code', client_id: clientId, scope }
  const signedIn = login.signIn(`${login.url}/oauth/authorize?${encode(form)}`, { grant: [grant] })
  await expect(signedIn).rejects.toThrow(scope === undefined ? 'asks for no scope' : "asks for '*', not for")
})

test.each([
  ['/oauth/authorise', 'no such path; did you mean /oauth/authorize?'],
  ['/a1b2', 'no such path'],
  ['/oauth/token', 'only POST is served here'],
])('signIn() with the address %s tells: %s', async (path, why) => {
  await using login = await FakeLogin.start({ listen: false })
  await expect(login.signIn(`${login.url}${path}?client_id=c`)).rejects.toMatchObject({
    name: 'UsageError',
    option: 'loginUrl',
    message: `signIn: the login URL is of no login page: ${why}`,
  })
  expect((await login.fetch(`${login.url}${path}`)).headers.get('x-fake-login')).toBe(why)
})

test('a misspelt endpoint is told in a header what was meant', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { status, headers } = await login.fetch(`${login.url}/oauth/tokn`, { method: 'POST' })
  expect([status, headers.get('x-fake-login')]).toEqual([404, 'no such path; did you mean /oauth/token?'])
})

test('signIn() says why nothing was redirected', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const url = `${login.url}/oauth/authorize?response_type=code&client_id=unknown`
  await expect(login.signIn(url)).rejects.toMatchObject({
    name: 'UsageError',
    option: 'loginUrl',
    message: 'signIn: This login cannot begin: invalid_client: no client has this client_id.',
  })
  const { clientId } = login.registerClient({ redirectUri })
  const query = encode({ response_type: 'code', client_id: clientId, redirect_uri: `${redirectUri}/x` })
  await expect(login.signIn(`${login.url}/oauth/authorize?${query}`)).rejects.toThrow(
    `redirect_uri is not what was registered for this client: ${redirectUri}`,
  )
  login.on('authorize').once({ status: 503, body: 'down\nfor an hour' }).once({ status: 404 })
  for (const answered of [
    '503 and redirected nowhere: down for an hour',
    '404 and redirected nowhere: nothing',
  ])
    await expect(login.signIn(url)).rejects.toThrow(new Error(`the login server answered ${answered}`))
})

test('a stopped server says so, and still tells what it was asked', async () => {
  const login = await FakeLogin.start({ listen: false })
  await login.fetch(`${login.url}/login`)
  await Promise.all([login.stop(), login.stop()])
  await login.stop()
  const words = 'this fake server was stopped: start another'
  expect(() => login.registerClient({ redirectUri })).toThrow(words)
  expect(() => login.on('refresh')).toThrow(words)
  expect(() => login.answer('GET /profile', {})).toThrow(words)
  await expect(login.signIn(login.url)).rejects.toThrow(words)
  await expect(login.requests.next('refresh')).rejects.toThrow('stopped')
  await expect(login.fetch(login.url)).rejects.toMatchObject({
    cause: { message: 'the fake server was stopped' },
  })
  expect(login.requests.all()).toHaveLength(1)
})

test.each([undefined, '', '/oauth/authorize', { url: 'https://login.linode.test' }])(
  'signIn(%j) is no login URL, and is refused',
  async (loginUrl) => {
    await using login = await FakeLogin.start({ listen: false })
    const signedIn = login.signIn(loginUrl as never)
    await expect(signedIn).rejects.toThrow(UsageError)
    await expect(signedIn).rejects.toThrow(
      'the login URL must be a URL, such as the `url` that beginLogin gives',
    )
  },
)

test.each([true, false])(
  'signIn() tells a login URL of another server, and what to give the client: listen %j',
  async (listen) => {
    await using login = await FakeLogin.start({ listen })
    for (const origin of ['https://login.linode.com', login.apiUrl]) {
      const signedIn = login.signIn(`${origin}/oauth/authorize?state=secret`)
      await expect(signedIn).rejects.toThrow(UsageError)
      await expect(signedIn).rejects.toThrow(
        `signIn: the login URL is of ${origin}, not of this fake (${login.url}): give the client { baseUrl: login.url }`,
      )
    }
    expect(login.requests.all()).toEqual([])
  },
)

test('a fake that is made with new says how one is started', () => {
  expect(() => Reflect.construct(FakeLogin, [])).toThrow('await FakeLogin.start()')
})

test('a port that is taken is named', async () => {
  await using login = await FakeLogin.start()
  const port = Number(new URL(login.url).port)
  await expect(FakeLogin.start({ port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    message: expect.stringContaining(`port ${port} on 127.0.0.1`),
  })
})

test('S7 of ten refreshes at once with one refresh token, one succeeds', async () => {
  await using login = await FakeLogin.start()
  const client = login.registerClient({ redirectUri })
  const { refreshToken } = await signIn(login, client)
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => refresh(login, client, { refresh_token: refreshToken })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})
