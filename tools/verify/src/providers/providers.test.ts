// Other providers' specs, through the same generator, the same algebra and the same fake server as Linode's.
import { createScopeAlgebra } from '@linode-login/core/scopes'
import { type ConfidentialClient, FakeLogin } from '@linode-login/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { proofsByCalls } from '../vectors/calls.fixture.js'
import type { AuthorizationUrl, SentRequest, TokenAnswer } from '../vectors/login.fixture.js'
import { type Example, proveEach } from '../vectors/published.fixture.js'
import { ProviderClient } from './client.fixture.js'
import { generateAll, names, removeGenerated } from './generated.fixture.js'

const redirectUri = 'https://app.example/callback'
const all = await generateAll()

afterAll(removeGenerated)

test('three providers of other shapes compile', () => {
  expect(Object.values(all).map(({ provider }) => provider.name)).toEqual(['DigitalOcean', 'GitHub', 'Slack'])
})

describe.each(names)('%s: its own examples', (name) => {
  const { client: spec, provider, examples } = all[name]!
  const client = new ProviderClient(spec)

  proveEach(examples, {
    ...proofsByCalls(createScopeAlgebra(spec.hierarchy)),

    authorization_urls: ({ given, url }: AuthorizationUrl) => {
      expect(authorizationUrl(client, '0123456789abcdef0123', given)).toBe(url)
    },

    requests: ({ operation, given, url, authorization, body }: SentRequest) => {
      expect(client.request(operation, inCode(given))).toEqual({ method: 'POST', url, authorization, body })
    },

    // From a server.
    token_answers: async ({
      name: _,
      status = 200,
      body,
      token,
      error,
      field,
      problem,
      ...others
    }: TokenAnswer & Example) => {
      expect(others).toEqual({})
      await using login = await FakeLogin.start({ provider })
      login.on('exchange').once({ status, body }).thenReal()
      const here = new ProviderClient(spec, login.url)
      const read = here.readToken(
        await here.send('exchange', { clientId: 'me', clientSecret: 's', code: 'c', redirectUri }),
      )
      expect(read).toEqual(token === undefined ? { error, field, problem } : { token })
    },
  })
})

describe.each(names)('%s: against a server of the same data', (name) => {
  const { client: spec, provider, examples } = all[name]!

  test.each(examples['authorization_urls'] ?? [])('is asked for $name and grants it', async (example) => {
    const given: Given = Object(example['given'])
    await using session = await signedIn(given)
    const { scopes = [], user_scopes: userScopes } = given
    expect(session.answer).toMatchObject({
      token: {
        scopes: [...scopes].sort(),
        ...(userScopes && { user: { scopes: [...userScopes].sort() } }),
      },
    })
  })

  test('signs in, refreshes and ends the token', async () => {
    await using session = await signedIn({ scopes: [smallScope(name)], redirect_uri: redirectUri })
    const { client, login, credentials } = session
    const first = tokenOf(session.answer)
    expect(await apiStatus(login, name, first.access_token)).toBe('served')

    const refresh = { ...credentials, refreshToken: String(first.refresh_token) }
    const second = tokenOf(client.readToken(await client.send('refresh', refresh)))
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(second.scopes).toEqual([smallScope(name)])
    expect(await apiStatus(login, name, second.access_token)).toBe('served')

    const token = String(second.access_token)
    const answer = await end(client, credentials, token)
    expect(client.readRefusal(answer)).toBeUndefined()
    expect(await apiStatus(login, name, token)).toBe('refused')
  })

  test('a refresh token works once', async () => {
    await using session = await signedIn({ scopes: [smallScope(name)], redirect_uri: redirectUri })
    const { client, credentials } = session
    const refreshToken = String(tokenOf(session.answer).refresh_token)
    const again = () => client.send('refresh', { ...credentials, refreshToken })
    expect(client.readToken(await again())).toHaveProperty('token')
    expect(client.readToken(await again())).toEqual({ error: refusals[name]?.refreshToken })
  })

  test('a bad code and a bad secret are refused in its own words', async () => {
    await using session = await signedIn({ redirect_uri: redirectUri })
    const { client, credentials } = session
    const ask = async (values: Record<string, string>) =>
      client.readToken(
        await client.send('exchange', { ...credentials, code: 'c0de', redirectUri, ...values }),
      )
    expect(await ask({})).toEqual({ error: refusals[name]?.code })
    expect(await ask({ clientSecret: 'wrong' })).toEqual({ error: refusals[name]?.secret })
  })

  test('what is asked and answered is as its OpenAPI document and its JSON Schemas say', async () => {
    const { documents } = all[name]!
    await using session = await signedIn(
      { scopes: [smallScope(name)], redirect_uri: redirectUri },
      documents.fetch,
    )
    const { client, credentials } = session
    const { access_token: token, refresh_token: refreshToken } = tokenOf(session.answer)
    const refreshed = await client.send('refresh', { ...credentials, refreshToken: String(refreshToken) })
    const refused = await client.send('exchange', { ...credentials, code: 'c0de', redirectUri })
    await end(client, credentials, String(token))
    await end(client, credentials, String(tokenOf(client.readToken(refreshed)).access_token))
    expect(documents.verdicts.length).toBeGreaterThanOrEqual(6)
    expect(documents.verdicts.filter(([, fault]) => fault !== undefined)).toEqual([])

    const schemas = ['token-response', 'error-response']
    const accepted = (body: string) => schemas.filter((schema) => documents.accepts(schema, JSON.parse(body)))
    expect([accepted(refreshed), accepted(refused)]).toEqual([['token-response'], ['error-response']])
  })

  function takes(operation: string, parameter: string): boolean {
    const endpoint = provider.endpoints.find((candidate) => candidate.name === operation)
    return endpoint?.parameters.includes(parameter) ?? false
  }

  /** Ends a token, in the way of the provider. */
  function end(client: ProviderClient, credentials: ConfidentialClient, token: string): Promise<string> {
    const who = { bearer: token, ...(takes('revoke', 'client_id') && credentials) }
    return client.send('revoke', { ...who, ...(takes('revoke', 'token') && { token }) })
  }

  async function signedIn(given: Given, ask: typeof fetch = fetch) {
    const login = await FakeLogin.start({ provider })
    const credentials = login.registerClient({ redirectUri })
    const client = new ProviderClient(spec, login.url, ask)
    const url = authorizationUrl(client, credentials.clientId, given)
    const location = (await ask(url, { redirect: 'manual' })).headers.get('location') ?? ''
    const code = new URL(location).searchParams.get('code') ?? ''
    const named = given.redirect_uri === undefined ? {} : { redirectUri: given.redirect_uri }
    const answer = client.readToken(await client.send('exchange', { ...credentials, code, ...named }))
    return { login, client, credentials, answer, [Symbol.asyncDispose]: () => login.stop() }
  }
})

test('GitHub: scopes are asked for with spaces and answered with commas', async () => {
  const { client: spec, provider } = all['github']!
  await using login = await FakeLogin.start({ provider })
  const credentials = login.registerClient({ redirectUri })
  const client = new ProviderClient(spec, login.url)
  const url = authorizationUrl(client, credentials.clientId, { scopes: ['repo', 'user:email'] })
  const location = (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? ''
  const code = new URL(location).searchParams.get('code') ?? ''
  const body = JSON.parse(await client.send('exchange', { ...credentials, code }))
  expect(new URL(url).searchParams.get('scope')).toBe('repo user:email')
  expect(body.scope).toBe('repo,user:email')
})

test('Slack: an error comes under status 200, and says so', async () => {
  const { client: spec, provider } = all['slack']!
  await using login = await FakeLogin.start({ provider })
  const client = new ProviderClient(spec, login.url)
  const { url, body } = client.request('exchange', { clientId: 'me', clientSecret: 's', code: 'c' })
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ ok: false, error: 'bad_client_secret' })
})

test.each([
  ['github', 401, { message: 'Bad credentials' }],
  ['digitalocean', 401, { message: 'Unable to authenticate you' }],
  ['slack', 200, { ok: false, error: 'invalid_auth' }],
])('%s: the API refuses in its own words, and under its own status', async (name, status, body) => {
  await using login = await FakeLogin.start({ provider: all[name]!.provider })
  const [, method = '', path = ''] = operations[name] ?? []
  const url = login.apiUrl + all[name]!.provider.api.basePath + path
  const answer = await fetch(url, { method, headers: { authorization: 'Bearer x' } })
  expect([answer.status, await answer.json()]).toEqual([status, body])
})

test.each([undefined, 'Bearer 00', 'Basic bWU6eA=='])(
  'DigitalOcean: without a good bearer (%s) no token is ended',
  async (authorization) => {
    const { client: spec, provider } = all['digitalocean']!
    await using login = await FakeLogin.start({ provider })
    const { url } = new ProviderClient(spec, login.url).request('revoke', { token: 'a1' })
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      ...(authorization && { authorization }),
    }
    const answer = await fetch(url, { method: 'POST', headers, body: 'token=a1' })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer error="invalid_token"',
    ])
  },
)

const refusals: Readonly<Record<string, Record<'code' | 'refreshToken' | 'secret', string>>> = {
  github: {
    code: 'bad_verification_code',
    refreshToken: 'bad_refresh_token',
    secret: 'incorrect_client_credentials',
  },
  digitalocean: { code: 'invalid_grant', refreshToken: 'invalid_grant', secret: 'invalid_client' },
  slack: { code: 'invalid_code', refreshToken: 'invalid_refresh_token', secret: 'bad_client_secret' },
}

/** A scope that lets an operation be called, and that operation. */
const operations: Readonly<Record<string, readonly [scope: string, method: string, path: string]>> = {
  github: ['repo', 'GET', '/repos/me/mine/commits/main/status'],
  digitalocean: ['read', 'GET', '/droplets'],
  slack: ['chat:write.public', 'POST', '/chat.postMessage'],
}

function smallScope(name: string): string {
  return operations[name]?.[0] ?? ''
}

/** What the API does with a token. Slack's refuses under status 200. */
async function apiStatus(login: FakeLogin, name: string, token: unknown): Promise<'served' | 'refused'> {
  const [, method = '', path = ''] = operations[name] ?? []
  const url = login.apiUrl + all[name]!.provider.api.basePath + path
  const answer = await fetch(url, { method, headers: { authorization: `Bearer ${token}` } })
  return Object.hasOwn(JSON.parse(await answer.text()), 'operation') ? 'served' : 'refused'
}

function tokenOf(answer: ReturnType<ProviderClient['readToken']>) {
  if ('error' in answer) throw new Error(String(answer.error))
  return answer.token
}

type Given = AuthorizationUrl['given']

function authorizationUrl(client: ProviderClient, clientId: string, given: Given): string {
  const { scopes, user_scopes: userScopes, redirect_uri: redirectUri, state, ...others } = given
  expect(others).toEqual({})
  return client.authorizationUrl({ clientId, redirectUri, state }, { scopes, userScopes })
}

/** `client_id` → `clientId`, as generated code has it. */
function inCode(given: Readonly<Record<string, string>>): Record<string, string> {
  const name = (key: string): string => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [name(key), value]))
}
