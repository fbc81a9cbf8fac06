import { getEventListeners } from 'node:events'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import type { RequestName } from './call.js'
import { FakeLogin } from './fake-login.js'
import { linode } from './generated/provider.js'
import { callApi, credentials, post, redirectUri, refresh, signIn } from './login-flow.fixture.js'
import type { Arrival } from './recorded-request.js'
import { RequestLog } from './requests.js'

test('next() gives each request once, in order, and waits for one that has not come', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  for (const token of ['first', 'second']) await refresh(login, client, { refresh_token: token })
  expect((await login.requests.next('refresh')).secret('refresh_token')).toBe('first')
  expect((await login.requests.next('refresh')).secret('refresh_token')).toBe('second')
  const coming = login.requests.next('refresh')
  await refresh(login, client, { refresh_token: 'third' })
  expect((await coming).secret('refresh_token')).toBe('third')
  expect(login.requests.all('refresh')).toHaveLength(3)
  expect(login.requests.all('exchange')).toHaveLength(0)
})

test('all() keeps the order of everything that came, what fits nothing included', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  const { accessToken } = await signIn(login, client)
  await callApi(login, accessToken)
  await post(login, '/oauth/token', { grant_type: 'password', ...credentials(client) })
  await login.fetch(`${login.url}/logout`, { redirect: 'manual' })
  expect(login.requests.all().map(({ name }) => name)).toEqual([
    'authorize',
    'exchange',
    'api',
    'other',
    'logout',
  ])
})

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

test('waiting can be given up', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const stop = new AbortController()
  const waiting = login.requests.next('revoke', { signal: stop.signal })
  stop.abort('enough')
  await expect(waiting).rejects.toBe('enough')
  await expect(login.requests.next('revoke', { signal: stop.signal })).rejects.toBe('enough')
})

/** A request of a kind whose body is so long. */
function arrival(name: RequestName, number: number, length = 0): Arrival {
  const request = { method: 'POST', url: `/${number}`, headers: {}, body: 'x'.repeat(length) }
  return { name, request, parameters: [], receivedAt: 0 }
}

test('a flood of requests stays in bounds', async () => {
  const log = new RequestLog(linode, ['refresh', 'revoke'])
  for (let number = 0; number < 5000; number += 1)
    log.add(arrival(number % 2 === 0 ? 'refresh' : 'revoke', number))
  expect(log.all()).toHaveLength(1000)
  expect(log.all('refresh').at(-1)?.url()).toBe('/4998')
  expect((await log.next('revoke')).url()).toBe('/4001')
  expect((await log.next('revoke')).url()).toBe('/4003')
  for (let number = 5000; number < 5200; number += 1) log.add(arrival('revoke', number))
  expect((await log.next('revoke')).url()).toBe('/4201')
  for (let number = 5200; number < 9000; number += 1) log.add(arrival('refresh', number))
  const coming = log.next('revoke')
  log.add(arrival('revoke', 9000))
  expect((await coming).url()).toBe('/9000')
})

const MEBI = 1024 * 1024

test('a flood of large requests stays in bounds, by what each keeps', async () => {
  const log = new RequestLog(linode, ['revoke'])
  for (let number = 0; number < 100; number += 1) log.add(arrival('revoke', number, MEBI - 100))
  expect(log.all().map((request) => request.url())).toEqual(
    Array.from({ length: 16 }, (_, at) => `/${84 + at}`),
  )
  expect((await log.next('revoke')).url()).toBe('/84')
  log.add(arrival('revoke', 100, 15 * MEBI))
  expect(log.all()).toHaveLength(2)
  log.add({ ...arrival('revoke', 101), parameters: Array.from({ length: MEBI / 4 }, () => ['a', '']) })
  expect(log.all().map((request) => request.url())).toEqual(['/101'])
  const url = `/${'x'.repeat(17 * MEBI)}`
  log.add({ ...arrival('revoke', 102), request: { method: 'GET', url, headers: {}, body: '' } })
  log.add(arrival('revoke', 103))
  log.add({ ...arrival('revoke', 104), request: { method: 'GET', url: '/', headers: { a: url }, body: '' } })
  expect(log.all()).toHaveLength(1)
  for (let number = 105; number < 110; number += 1) log.add(arrival('revoke', number))
  expect(log.all()).toHaveLength(5)
})

test('a name that comes tens of thousands of times is shown like any other', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const body = new URLSearchParams('a&'.repeat(20_000) + 'client_id=b&'.repeat(20_000))
  await login.fetch(`${login.url}/oauth/token`, { method: 'POST', body })
  const { parameters } = await login.requests.next('exchange')
  expect(parameters['a']).toHaveLength(20_000)
  expect(parameters['client_id']).toEqual(Array.from({ length: 20_000 }, () => 'b'))
})

test('whoever waited lets go of the signal, however the wait ends', async () => {
  const login = await FakeLogin.start({ listen: false })
  const { signal } = new AbortController()
  const answered = Array.from({ length: 3 }, () => login.requests.next('revoke', { signal }))
  const abandoned = login.requests.next('refresh', { signal })
  expect(getEventListeners(signal, 'abort')).toHaveLength(4)
  for (const waiting of answered) {
    await post(login, '/oauth/revoke', {})
    await waiting
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(1)
  await login.stop()
  await expect(abandoned).rejects.toThrow('stopped')
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
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
  ['/v4/linode/instances/123/disks', '/v4/linode/instances/123/disks'],
  ['/v4/account/users/hush', '/v4/account/users/<hidden>'],
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

test('a kind of request that there is not is refused, since it would never come', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const misspelt = 'refesh' as 'refresh'
  await expect(login.requests.next(misspelt)).rejects.toThrow("not 'refesh' (did you mean 'refresh'?)")
  expect(() => login.requests.all(misspelt)).toThrow("did you mean 'refresh'?")
})
