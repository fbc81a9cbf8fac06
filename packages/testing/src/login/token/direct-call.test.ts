import { expect, test } from 'vitest'
import { FakeLogin } from '../../fake-login.js'
import {
  authorized,
  callApi,
  credentials,
  encode,
  exchange,
  jsonOf,
  newVerifier,
  post,
  redirectUri,
  refresh,
  revoke,
  signIn,
} from '../../login-flow.fixture.js'

test('S5 whatever the token endpoint answers, no one may keep it', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  const { refreshToken } = await signIn(login, client)
  for (const token of [refreshToken, 'unknown']) {
    const { headers } = await refresh(login, client, { refresh_token: token })
    expect([headers.get('cache-control'), headers.get('pragma')]).toEqual(['no-store', 'no-cache'])
  }
})

test('S6 who tries HTTP authentication gets a 401 that names the scheme', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  const { refreshToken } = await signIn(login, client)
  const authorization = `Basic ${btoa(`${client.clientId}:${client.clientSecret}`)}`
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken, ...credentials(client) }
  const answer = await post(login, '/oauth/token', form, { authorization })
  expect([answer.status, answer.body['error']]).toEqual([401, 'invalid_client'])
  expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /)
  expect((await refresh(login, client, { refresh_token: refreshToken })).status).toBe(200)
})

test.each([
  ['an unsupported grant', 'application/x-www-form-urlencoded', 'grant_type=client_credentials'],
  ['a grant twice', 'application/x-www-form-urlencoded', 'grant_type=a&grant_type=b'],
  ['nothing else', 'application/x-www-form-urlencoded', ''],
  ['a body that is no form', 'text/plain', 'hello'],
  ['a multipart body that is cut', 'multipart/form-data; boundary=b', '--b'],
])('S6 the header is judged before all else: with %s', async (_, type, body) => {
  await using login = await FakeLogin.start({ listen: false })
  for (const path of ['/oauth/token', '/oauth/revoke', '/oauth/token/expire']) {
    const headers = { 'content-type': type, authorization: 'Basic YTpi' }
    const answer = await login.fetch(login.url + path, { method: 'POST', body, headers })
    expect([answer.status, (await jsonOf(answer))['error']]).toEqual([401, 'invalid_client'])
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /)
    const without = await login.fetch(login.url + path, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    expect([without.status, without.headers.has('www-authenticate')]).toEqual([400, false])
  }
})

test('S6 a wrong secret in the body gets a 401 without a scheme', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri })
  const answer = await refresh(login, { clientId, clientSecret: 'wrong' }, { refresh_token: 'x' })
  expect([answer.status, answer.body['error'], answer.headers.has('www-authenticate')]).toEqual([
    401,
    'invalid_client',
    false,
  ])
})

test('S3 S4 a code with its verifier gives tokens once, and its reuse revokes them', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri, public: true })
  const { verifier, challenge } = newVerifier()
  const form = {
    client_id: client.clientId,
    scope: 'linodes:*',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }
  const code = (await authorized(login, form)).get('code') ?? ''
  const answer = await exchange(login, client, { code, code_verifier: verifier })
  expect(answer.body).toMatchObject({ refresh_token: null, scope: 'linodes:*', scopes: 'linodes:*' })
  const accessToken = String(answer.body['access_token'])
  expect((await callApi(login, accessToken)).status).toBe(200)
  const again = await exchange(login, client, { code, code_verifier: verifier })
  expect([again.status, again.body['error']]).toEqual([400, 'invalid_grant'])
  expect((await callApi(login, accessToken)).status).toBe(401)
})

test("Linode's dialect: grant_type left out, scopes for scope, commas, multipart", async () => {
  await using login = await FakeLogin.start()
  const client = login.registerClient({ redirectUri })
  const answer = await authorized(login, {
    client_id: client.clientId,
    scopes: 'linodes:read_only,domains:view',
  })
  const body = new FormData()
  for (const [name, value] of Object.entries({
    ...credentials(client),
    code: answer.get('code'),
    redirect_uri: redirectUri,
  })) {
    body.set(name, value ?? '')
  }
  const tokens = await jsonOf(await fetch(`${login.url}/oauth/token`, { method: 'POST', body }))
  expect(tokens).toMatchObject({
    scope: 'domains:read_only linodes:read_only',
    scopes: 'domains:read_only linodes:read_only',
  })
})

test.each([
  ['grant_type=password', 'unsupported_grant_type'],
  ['grant_type=refresh_token&grant_type=refresh_token', 'invalid_request'],
  ['grant_type=refresh_token', 'invalid_request'],
  ['grant_type=refresh_token&client_id=x&refresh_token=', 'invalid_request'],
  ['grant_type=refresh_token&client_id=x&refresh_token=a&refresh_token=b', 'invalid_request'],
  ['client_id=x&code=y&code_verifier=short', 'invalid_request'],
  ['', 'invalid_request'],
])('the body %j is answered with %s, and nothing that was sent', async (text, error) => {
  await using login = await FakeLogin.start({ listen: false })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await login.fetch(`${login.url}/oauth/token`, { method: 'POST', body: text, headers })
  expect(answer.status).toBe(400)
  const body = await jsonOf(answer)
  expect(body['error']).toBe(error)
  expect(body['error_description']).not.toContain('short')
})

test.each(['application/json', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x'])(
  'a body of the type %s that is no form is refused',
  async (type) => {
    await using login = await FakeLogin.start({ listen: false })
    const init = { method: 'POST', body: '{}', headers: { 'content-type': type } }
    const answer = await login.fetch(`${login.url}/oauth/token`, init)
    expect([answer.status, (await jsonOf(answer))['error']]).toEqual([400, 'invalid_request'])
  },
)

test('a parameter in the URL of the token endpoint is refused', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  const { refreshToken } = await signIn(login, client)
  const form = { grant_type: 'refresh_token', client_id: client.clientId, refresh_token: refreshToken }
  const path = `/oauth/token?${encode({ client_secret: client.clientSecret })}`
  expect((await post(login, path, form)).body['error']).toBe('invalid_request')
})

test('S13 revocation ends both tokens whatever the hint, and answers 200 for what it does not know', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  for (const token_type_hint of ['access_token', 'refresh_token', undefined]) {
    for (const which of ['accessToken', 'refreshToken'] as const) {
      const tokens = await signIn(login, client)
      expect((await revoke(login, client, { token: tokens[which], token_type_hint })).status).toBe(200)
      expect((await callApi(login, tokens.accessToken)).status).toBe(401)
      expect((await refresh(login, client, { refresh_token: tokens.refreshToken })).status).toBe(400)
      expect((await revoke(login, client, { token: tokens[which], token_type_hint })).status).toBe(200)
    }
  }
})

test("S13 another client can't revoke the token", async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { accessToken } = await signIn(login, login.registerClient({ redirectUri }))
  const other = login.registerClient({ redirectUri })
  expect((await revoke(login, other, { token: accessToken })).body['error']).toBe('invalid_grant')
  expect((await callApi(login, accessToken)).status).toBe(200)
})

test('the legacy expire endpoint ends a token like revocation', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  const { accessToken } = await signIn(login, client)
  const answer = await post(login, '/oauth/token/expire', { ...credentials(client), token: accessToken })
  expect(answer.status).toBe(200)
  expect((await callApi(login, accessToken)).status).toBe(401)
})

test('S11 a page of another origin may call the token and revocation endpoints', async () => {
  await using login = await FakeLogin.start()
  for (const path of ['/oauth/token', '/oauth/revoke']) {
    const asked = await fetch(login.url + path, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example' },
    })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-methods')).toBe('POST')
    const answer = await fetch(login.url + path, { method: 'POST', body: new URLSearchParams() })
    expect(answer.status).toBe(400)
    for (const { headers } of [asked, answer]) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.has('access-control-allow-credentials')).toBe(false)
    }
  }
})

test('GET at the token endpoint is not served', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const answer = await login.fetch(`${login.url}/oauth/token`)
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  expect((await login.fetch(`${login.url}/nowhere`)).status).toBe(404)
})
