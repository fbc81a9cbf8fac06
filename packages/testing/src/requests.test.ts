import { getEventListeners } from 'node:events'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { FakeLogin } from './fake-login.js'
import { callApi, credentials, post, redirectUri, refresh, signIn } from './login-flow.fixture.js'
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

test('a flood of requests stays in bounds', async () => {
  const log = new RequestLog([], ['refresh', 'revoke'])
  for (let number = 0; number < 5000; number += 1) {
    const request = { method: 'POST', url: `/${number}`, headers: {}, body: '' }
    log.add({ name: number % 2 === 0 ? 'refresh' : 'revoke', request, parameters: [], receivedAt: 0 })
  }
  expect(log.all()).toHaveLength(1000)
  expect(log.all('refresh').at(-1)?.path).toBe('/4998')
  const first = await log.next('revoke')
  const second = await log.next('revoke')
  expect(Number(second.path.slice(1)) - Number(first.path.slice(1))).toBe(2)
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
  'PASSWORD',
  'ticket',
  'Code',
  'access_token',
  'client_assertion',
  'Refresh_Token',
])('C17 a parameter called %s is hidden, wherever it comes', async (name) => {
  await using login = await FakeLogin.start({ listen: false })
  const body = new URLSearchParams({ [name]: 'hush', plain: 'shown' })
  for (const path of ['/oauth/token', '/consent'])
    await login.fetch(login.url + path, { method: 'POST', body })
  await login.fetch(`${login.apiUrl}/v4/profile?${body}`)
  const all = login.requests.all()
  expect(all).toHaveLength(3)
  for (const { parameters } of all) expect(parameters).toEqual({ [name]: '<hidden>', plain: 'shown' })
})

test('C17 a header that may carry a credential is hidden', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const secret = {
    authorization: 'a',
    'proxy-authorization': 'a',
    cookie: 'a=b',
    'x-api-key': 'a',
    'x-auth-token': 'a',
  }
  await login.fetch(`${login.url}/login`, { headers: { ...secret, accept: 'text/html' } })
  const [request] = login.requests.all()
  for (const name of Object.keys(secret)) expect(request?.headers[name]).toBe('<hidden>')
  expect(request?.headers['accept']).toBe('text/html')
})

test('a kind of request that there is not is refused, since it would never come', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const misspelt = 'refesh' as 'refresh'
  await expect(login.requests.next(misspelt)).rejects.toThrow("not 'refesh' (did you mean 'refresh'?)")
  expect(() => login.requests.all(misspelt)).toThrow("did you mean 'refresh'?")
})
