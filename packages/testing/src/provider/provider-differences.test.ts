/** What providers do otherwise, switch by switch, with a provider that does it all. */
import { afterEach, expect, test } from 'vitest'
import { FakeLogin } from '../fake-login.js'
import { encode, jsonOf, redirectUri } from '../login-flow.fixture.js'
import { UsageError } from '../options/usage-error.js'
import { otherProvider } from './other-provider.fixture.js'
import type { Endpoint, Provider } from './provider.js'

const revoke: Endpoint = {
  name: 'revoke',
  method: 'POST',
  path: '/login/revoke',
  parameters: ['token'],
  decode: () => ({}),
  authentication: 'bearer',
  flags: { ok: true, revoked: true },
}

/**
 * Errors under status 200 that a flag tells, own words for them, two lists of scopes, a
 * bearer that ends its token.
 */
const flagged: Provider = {
  ...otherProvider,
  endpoints: [
    ...otherProvider.endpoints.map((endpoint): Endpoint => {
      if (endpoint.name === 'exchange')
        return { ...endpoint, flags: { ok: true }, errorNames: { invalid_grant: 'bad_code' } }
      if (endpoint.name !== 'authorize') return endpoint
      const decode = endpoint.decode
      return {
        ...endpoint,
        parameters: [...endpoint.parameters, 'user_scope'],
        decode: (fields) => ({ ...decode(fields), responseType: undefined, userScope: 'user,repo' }),
      }
    }),
    revoke,
  ],
  tokenResponse: {
    scopes: ['scope'],
    separator: ' ',
    type: 'bot',
    userToken: { within: 'authed_user', type: 'user' },
  },
  errorResponse: { flags: { ok: false }, described: false },
  errors: { bad_code: 200, invalid_client: 404, invalid_token: 401 },
}

let login: FakeLogin
afterEach(() => login.stop())

async function signIn(
  provider: Provider = flagged,
): Promise<{ answer: Record<string, unknown>; app: Record<string, string> }> {
  login = await FakeLogin.start({ provider, listen: false })
  const { clientId, clientSecret } = login.registerClient({ redirectUri })
  const app = { client_id: clientId, client_secret: clientSecret }
  const query = encode({ client_id: clientId, scope: 'repo user' })
  const { headers } = await login.fetch(`${login.url}/login/authorize?${query}`, { redirect: 'manual' })
  const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? ''
  return { answer: await jsonOf(await post('/login/access_token', { ...app, code })), app }
}

function post(
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return login.fetch(login.url + path, { method: 'POST', body: encode(form), headers })
}

function callApi(token: unknown): Promise<Response> {
  return login.fetch(`${login.apiUrl}/user`, { headers: { authorization: `Bearer ${token}` } })
}

test('a token answer has its flags, its type and its separator, and a token for the second list of scopes', async () => {
  const { answer } = await signIn()
  expect(answer).toMatchObject({
    ok: true,
    token_type: 'bot',
    scope: 'repo user',
    authed_user: { token_type: 'user', scope: 'repo user' },
  })
  const { access_token: userToken } = Object(answer['authed_user'])
  expect(userToken).not.toBe(answer['access_token'])
  expect((await callApi(userToken)).status).toBe(200)
})

test('a refusal has its flags, the word of its endpoint and the status of that word, and no description', async () => {
  const { app } = await signIn()
  const refused = await post('/login/access_token', { ...app, code: 'x' })
  expect([refused.status, await jsonOf(refused)]).toEqual([200, { ok: false, error: 'bad_code' }])
  const elsewhere = await post('/login/refresh', { ...app, refresh_token: 'x' })
  expect([elsewhere.status, await jsonOf(elsewhere)]).toEqual([400, { ok: false, error: 'invalid_grant' }])
})

test('a bearer ends its own token, and with it what came of the same login', async () => {
  const { answer } = await signIn()
  const authorization = `Bearer ${answer['access_token']}`
  const ended = await post('/login/revoke', {}, { authorization })
  expect([ended.status, await jsonOf(ended)]).toEqual([200, { ok: true, revoked: true }])
  expect((await callApi(answer['access_token'])).status).toBe(401)
  expect((await post('/login/revoke', {}, { authorization })).status).toBe(401)
})

test('the API refuses in the body of its provider, and in that of RFC 6749 where none is told', async () => {
  const refusal = { ok: false, why: ['{reason}', { code: '{reason}!' }] }
  login = await FakeLogin.start({
    provider: { ...flagged, api: { ...flagged.api, refusal } },
    listen: false,
  })
  expect(await jsonOf(await callApi('x'))).toEqual({
    ok: false,
    why: ['Bad credentials', { code: 'Bad credentials!' }],
  })
  await login.stop()
  login = await FakeLogin.start({ provider: flagged, listen: false })
  expect(await jsonOf(await callApi('x'))).toEqual({ error: 'Bad credentials' })
})

test('where refreshing names no client, the refresh token is enough, and works once', async () => {
  const endpoints = flagged.endpoints.map((endpoint): Endpoint => {
    if (endpoint.name !== 'refresh') return endpoint
    const { decode } = endpoint
    return {
      ...endpoint,
      parameters: ['refresh_token'],
      decode: (fields) => ({ refreshToken: decode(fields).refreshToken }),
    }
  })
  const { answer } = await signIn({ ...flagged, endpoints })
  const refresh = () =>
    post('/login/refresh', { client_id: 'x', refresh_token: String(answer['refresh_token']) })
  const tokens = await jsonOf(await refresh())
  expect((await callApi(tokens['access_token'])).status).toBe(200)
  expect((await refresh()).status).toBe(400)
  expect((await post('/login/refresh', { client_id: 'x', refresh_token: 'x' })).status).toBe(400)
})

test.each([undefined, 'Bearer', 'Bearer x', 'Bearer a b', 'Basic eDp4'])(
  'S6: %s shows nobody to an endpoint that asks for a bearer, and it says which scheme it wants',
  async (authorization) => {
    await signIn()
    const refused = await post('/login/revoke', {}, authorization === undefined ? {} : { authorization })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
  },
)

test.each([
  [{ ...revoke, method: 'GET' as const }, "the method of revoke must be 'POST', not 'GET'"],
  [{ ...revoke, name: 'revok' as 'revoke' }, "endpoints[0]: name must be 'authorize', 'exchange'"],
  [{ ...revoke, name: 'revok' as 'revoke' }, "not 'revok' (did you mean 'revoke'?)"],
  [{ ...revoke, decode: undefined as never }, 'decode is missing: it must be a function'],
  [null as never, 'endpoints[0]: options must be a plain object, not null'],
])('an endpoint that can not be served is refused before anything is: %#', async (endpoint, words) => {
  login = await FakeLogin.start({ listen: false })
  const free = await FakeLogin.start()
  const port = Number(new URL(free.url).port)
  await free.stop()
  for (const listen of [false, true]) {
    const start = FakeLogin.start({ provider: { ...flagged, endpoints: [endpoint] }, listen, port })
    await expect(start).rejects.toThrow(UsageError)
    await expect(start).rejects.toThrow(words)
  }
  await using reopened = await FakeLogin.start({ port })
  expect(reopened.url).toBe(free.url)
})

const logout: Endpoint = {
  name: 'logout',
  method: 'GET',
  path: '/bye',
  parameters: [],
  decode: () => ({}),
}

test.each([
  [{ ...logout, location: '/signed-out' }, 303, '/signed-out'],
  [logout, 200, null],
])(
  'after logging out a browser sees the page that the provider names, or one at once: %#',
  async (endpoint, status, location) => {
    login = await FakeLogin.start({ provider: { ...flagged, endpoints: [endpoint] }, listen: false })
    const answer = await login.fetch(`${login.url}/bye`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([status, location])
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    const page = await login.fetch(`${login.url}/bye`)
    expect(await page.text()).toContain('You are signed out')
    expect((await login.fetch(`${login.url}/login`)).status).toBe(404)
  },
)

test('C17 a parameter that only this provider knows is shown, unless it calls it a secret, however it is written', async () => {
  const withMore = <Any extends Endpoint>(endpoint: Any): Any => ({
    ...endpoint,
    parameters: [...endpoint.parameters, 'one_time_pin', 'colour'],
  })
  const endpoints = flagged.endpoints.map(withMore)
  const secretParameters = [...flagged.secretParameters, 'One_Time_Pin']
  login = await FakeLogin.start({ provider: { ...flagged, endpoints, secretParameters }, listen: false })
  await post('/login/access_token', { one_time_pin: '1234', colour: 'red' })
  const { parameters } = await login.requests.next('exchange')
  expect(parameters).toEqual({ one_time_pin: '<hidden>', colour: 'red' })
})

test.each(['PATCH', 'HEAD'])(
  'a page of another origin may call the API by %s, where it has such an operation',
  async (method) => {
    const operation = { id: 'x', method, path: '/x', auth: 'none' as const, anyOf: [] }
    const api = { ...flagged.api, operations: [...flagged.api.operations, operation] }
    login = await FakeLogin.start({ provider: { ...flagged, api }, listen: false })
    const answer = await login.fetch(`${login.apiUrl}/x`, { method: 'OPTIONS' })
    expect(answer.headers.get('access-control-allow-methods')).toBe(`GET, ${method}`)
    expect((await login.fetch(`${login.apiUrl}/x`, { method })).status).toBe(200)
  },
)
