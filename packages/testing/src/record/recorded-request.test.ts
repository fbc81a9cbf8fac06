/** What a recorded request shows and what it hides. */
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { FakeLogin } from '../fake-login.js'
import { callApi, redirectUri, refresh, signIn } from '../login-flow.fixture.js'

test('a request shows what was sent but no secret; secret() gives it by name', async () => {
  await using login = await FakeLogin.start({ listen: false, seed: 'x' })
  const client = login.registerClient({ redirectUri })
  const { accessToken, refreshToken, code } = await signIn(login, client)
  await refresh(login, client, { refresh_token: refreshToken })
  await callApi(login, accessToken, `/profile?access_token=${accessToken}`)

  const request = await login.requests.next('refresh')
  expect(request).toMatchObject({
    name: 'refresh',
    method: 'POST',
    path: '/oauth/token',
    receivedAt: login.clock.now(),
    parameters: {
      grant_type: 'refresh_token',
      client_id: client.clientId,
      client_secret: '<hidden>',
      refresh_token: '<hidden>',
    },
  })
  expect(request.secret('refresh_token')).toBe(refreshToken)
  expect(request.secret('client_secret')).toBe(client.clientSecret)
  expect(request.secret('nothing')).toBeUndefined()
  expect(() => request.secret(undefined as never)).toThrow('secret: the name must be a text, not undefined')
  expect(request.body()).toContain(refreshToken)
  const call = await login.requests.next('api')
  expect(call.headers['authorization']).toBe('<hidden>')
  expect(call.secret('Authorization')).toBe(`Bearer ${accessToken}`)

  const all = login.requests.all()
  const shown = [
    inspect(all, { depth: 9, showHidden: true, getters: true }),
    JSON.stringify(all),
    JSON.stringify({ ...request }),
  ]
  for (const secret of [client.clientSecret, accessToken, refreshToken, code]) {
    for (const text of shown) expect(text).not.toContain(secret)
  }
})

test('a parameter that came twice is shown as a list', async () => {
  await using login = await FakeLogin.start({ listen: false })
  await login.fetch(`${login.url}/oauth/authorize?client_id=a&client_id=b&__proto__=c`, {
    redirect: 'manual',
  })
  const { parameters } = await login.requests.next('authorize')
  expect(parameters['client_id']).toEqual(['a', 'b'])
  expect(Object.hasOwn(parameters, '__proto__')).toBe(true)
})

test('a name that comes tens of thousands of times is shown like any other', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const body = new URLSearchParams('a&'.repeat(20_000) + 'client_id=b&'.repeat(20_000))
  await login.fetch(`${login.url}/oauth/token`, { method: 'POST', body })
  const { parameters } = await login.requests.next('exchange')
  expect(parameters['a']).toHaveLength(20_000)
  expect(parameters['client_id']).toEqual(Array.from({ length: 20_000 }, () => 'b'))
})

test.each([
  'Client_Secret',
  'client_secret',
  'clientSecret',
  'client_secret[]',
  'client_secret ',
  ' client_id',
  'CLIENT_ID',
  'accessToken',
  'access_token',
  'refreshToken',
  'Refresh_Token',
  'PASSWORD',
  'passwd',
  'secret',
  'api_key',
  'jwt',
  'request_uri',
  'ticket',
  'code',
  'state',
  'client_assertion',
  'anything.else',
])('C17 a parameter called %j is hidden, wherever it comes, and given by its name', async (name) => {
  await using login = await FakeLogin.start({ listen: false })
  const body = new URLSearchParams({ [name]: 'hush', scope: 'shown' })
  for (const path of ['/oauth/token', '/consent'])
    await login.fetch(login.url + path, { method: 'POST', body })
  await login.fetch(`${login.apiUrl}/v4/profile?${body}`)
  const all = login.requests.all()
  expect(all).toHaveLength(3)
  for (const request of all) {
    expect(request.parameters).toEqual({ [name]: '<hidden>', scope: 'shown' })
    expect(request.secret(name)).toBe('hush')
  }
})

test('C17 what the provider knows and does not call a secret is shown', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const shown = {
    client_id: 'a',
    response_type: 'code',
    grant_type: 'refresh_token',
    scope: 'b',
    scopes: 'b',
    code_challenge: 'c',
    code_challenge_method: 'S256',
    token_type_hint: 'd',
    redirect_uri: 'https://app.example/callback',
    decision: 'approve',
  }
  const url = `${login.url}/oauth/authorize?${new URLSearchParams(shown)}`
  await login.fetch(url, { redirect: 'manual' })
  expect((await login.requests.next('authorize')).parameters).toEqual(shown)
})

test('C17 of a URI that is shown, neither user nor query nor fragment is', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const uris = {
    'https://app.example/cb?code=hush': 'https://app.example/cb?<hidden>',
    'https://app.example/cb#access_token=hush': 'https://app.example/cb?<hidden>',
    'https://app:hush@app.example/cb?code=hush#hush': 'https://<hidden>@app.example/cb?<hidden>',
  }
  for (const [uri, shown] of Object.entries(uris)) {
    const query = new URLSearchParams({ redirect_uri: uri })
    await login.fetch(`${login.url}/oauth/authorize?${query}`, { redirect: 'manual' })
    const request = await login.requests.next('authorize')
    expect(request.parameters).toEqual({ redirect_uri: shown })
    expect(request.secret('redirect_uri')).toBe(uri)
  }
})

test('C17 a name that does not look like one is hidden', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const body = new URLSearchParams('0f1e2d3c4b5a6978&hush=&a%20%22b&eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.=')
  await login.fetch(`${login.url}/oauth/token`, { method: 'POST', body })
  expect((await login.requests.next('exchange')).parameters).toEqual({
    hush: '<hidden>',
    '<hidden>': ['<hidden>', '<hidden>', '<hidden>'],
  })
})

test.each([
  ['/oauth/token', '/oauth/token'],
  ['/oauth/token/hush', '/oauth/token/<hidden>'],
  ['/oauth//token/', '/oauth//token/'],
  ['/hush?code=hush', '/<hidden>'],
  ['/consent', '/consent'],
  ['/v4/linode/instances/123', '/v4/linode/instances/123'],
  ['/v4/linode/instances/hush', '/v4/linode/instances/<hidden>'],
  ['/v4/linode/instances/%7BlinodeId%7D', '/v4/linode/instances/<hidden>'],
  ['/v4/linode/instances/123456789012345678901234567890', '/v4/linode/instances/<hidden>'],
])('C17 of the path %s only what the provider knows is shown: %s', async (path, shown) => {
  await using login = await FakeLogin.start({ listen: false })
  await login.fetch((path.startsWith('/v4') ? login.apiUrl : login.url) + path, { method: 'POST' })
  const [request] = login.requests.all()
  expect(request?.path).toBe(shown)
  expect(request?.url()).toBe(path)
  expect(inspect(request, { showHidden: true, getters: true })).not.toContain('hush')
})

test('C17 a header that is not known to be harmless is hidden, and given by its name', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const hidden = [
    'authorization',
    'proxy-authorization',
    'cookie',
    'dpop',
    'referer',
    'x-api-key',
    'x-auth-token',
    'x-jwt',
    'x-signature',
    'x-forwarded-uri',
    'x-original-url',
    'x-anything',
  ]
  const shown = {
    accept: 'text/html',
    'content-type': 'text/plain',
    origin: 'https://app.example',
    'user-agent': 'test',
    'sec-fetch-site': 'none',
  }
  const headers = { ...Object.fromEntries(hidden.map((name) => [name, 'hush'])), ...shown }
  await login.fetch(`${login.url}/login`, { headers })
  const [request] = login.requests.all()
  expect(request?.headers).toMatchObject(shown)
  expect(request?.headers['host']).toBe('login.linode.test')
  for (const name of hidden) {
    expect(request?.headers[name]).toBe('<hidden>')
    expect(request?.secret(name)).toBe('hush')
  }
})
