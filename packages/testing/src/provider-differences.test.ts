import { afterEach, expect, test } from 'vitest'
import { otherProvider } from './authority/other-provider.fixture.js'
import { FakeLogin } from './fake-login.js'
import { encode, jsonOf, redirectUri } from './login-flow.fixture.js'
import type { Endpoint, Provider } from './provider.js'

const revoke: Endpoint = {
  name: 'revoke',
  method: 'POST',
  path: '/login/revoke',
  parameters: ['token'],
  secrets: ['token'],
  decode: () => ({}),
  authentication: 'bearer',
  flags: { ok: true, revoked: true },
}

/** Errors under status 200 that a flag tells, own words for them, two lists of scopes, a bearer that ends its token. */
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

async function signIn(): Promise<{ answer: Record<string, unknown>; app: Record<string, string> }> {
  login = await FakeLogin.start({ provider: flagged, listen: false })
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

test.each([undefined, 'Bearer', 'Bearer x', 'Bearer a b', 'Basic eDp4'])(
  'S6: %s shows nobody to an endpoint that asks for a bearer, and it says which scheme it wants',
  async (authorization) => {
    await signIn()
    const refused = await post('/login/revoke', {}, authorization === undefined ? {} : { authorization })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
  },
)
