import { expect, test } from 'vitest'
import { FakeLogin } from '../fake-login.js'
import { linode } from '../generated/provider.js'
import { callApi, redirectUri, signIn } from '../login-flow.fixture.js'
import type { ApiOperation } from '../provider/provider.js'

const reasons = {
  invalidToken: 'Invalid Token',
  insufficientScope: 'Your OAuth token is not authorized to use this endpoint.',
}

async function tokenWith(login: FakeLogin, scope: string): Promise<string> {
  return (await signIn(login, login.registerClient({ redirectUri }), scope)).accessToken
}

test('the two meanings of 401 differ in reason and scope headers', async () => {
  await using login = await FakeLogin.start()
  const accessToken = await tokenWith(login, 'linodes:read_only domains:*')
  const call = (token: string): Promise<Response> =>
    fetch(`${login.apiUrl}/v4/linode/instances`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    })

  const lacking = await call(accessToken)
  expect([lacking.status, await lacking.json()]).toEqual([
    401,
    { errors: [{ reason: reasons.insufficientScope }] },
  ])
  expect(lacking.headers.get('x-oauth-scopes')).toBe('domains:* linodes:read_only')
  expect(lacking.headers.get('x-accepted-oauth-scopes')).toBe('linodes:read_write')

  const bad = await call('0'.repeat(64))
  expect([bad.status, await bad.json()]).toEqual([401, { errors: [{ reason: reasons.invalidToken }] }])
  expect(bad.headers.get('x-oauth-scopes')).toBe('unknown')
  expect(bad.headers.get('x-accepted-oauth-scopes')).toBe('linodes:read_write')
})

test.each([
  ['GET', '/linode/instances', 'linodes:read_only', 200, 'linodes:read_only'],
  ['GET', '/linode/instances', 'linodes:read_write', 200, 'linodes:read_only'],
  ['GET', '/linode/instances/123', 'linodes:*', 200, 'linodes:read_only'],
  ['GET', '/linode/instances/123', '*', 200, 'linodes:read_only'],
  ['GET', '/linode/instances', 'domains:*', 401, 'linodes:read_only'],
  ['GET', '/linode/instances', '', 401, 'linodes:read_only'],
  ['POST', '/images', 'images:read_write', 401, 'images:read_write,linodes:read_only'],
  ['POST', '/images', 'images:read_write linodes:read_only', 200, 'images:read_write,linodes:read_only'],
  ['GET', '/profile', '', 200, '*'],
  ['GET', '/regions', '', 200, '*'],
  ['GET', '/nowhere', '*', 404, '*'],
  ['PATCH', '/profile', '*', 404, '*'],
])('%s %s with "%s" is %i; needed: %s', async (method, path, scope, status, accepted) => {
  await using login = await FakeLogin.start({ listen: false })
  const answer = await callApi(login, await tokenWith(login, scope), path, method)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('x-accepted-oauth-scopes')).toBe(accepted)
  expect(answer.headers.get('x-oauth-scopes')).toBe(scope)
})

test.each([
  ['GET', '/linode/instances', 'no such operation; did you mean GET /v4/linode/instances?'],
  ['GET', '/linode/instances/123', 'no such operation; did you mean GET /v4/linode/instances/{linodeId}?'],
  ['GET', '/v4/linode/instance?page=2', 'no such operation; did you mean GET /v4/linode/instances?'],
  ['GET', '/a1b2', 'no such operation'],
  ['GET', '/v4/linode/instances/123', null],
])('%s %s: beside the API’s own 404 a header tells what was meant: %s', async (method, path, hint) => {
  await using login = await FakeLogin.start({ listen: false })
  login.answer('GET /linode/instances/{linodeId}', () => undefined)
  const authorization = `Bearer ${await tokenWith(login, '*')}`
  const answer = await login.fetch(login.apiUrl + path, { method, headers: { authorization } })
  expect([answer.status, await answer.json()]).toEqual([404, { errors: [{ reason: 'Not found' }] }])
  expect(answer.headers.get('x-fake-login')).toBe(hint)
})

function setsOf({ auth, anyOf }: ApiOperation): ApiOperation['anyOf'] {
  return auth === 'scoped' ? anyOf : []
}

function concrete({ path }: ApiOperation): string {
  return path.replaceAll(/\{[^}]+\}/g, '123')
}

test('each operation is served with the scopes it needs, and refused without', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const everything = await tokenWith(login, '*')
  const nothing = await tokenWith(login, '')
  const tokens = new Map<string, string>()
  const expected = {
    none: [200, 200, 200],
    any_token: [200, 200, 401],
    scoped: [200, 401, 401],
    pat: [401, 401, 401],
  }
  const seen: unknown[] = []
  for (const operation of linode.api.operations) {
    const statusWith = async (token: string): Promise<number> =>
      (await callApi(login, token, concrete(operation), operation.method)).status
    const statuses = [await statusWith(everything), await statusWith(nothing), await statusWith('unknown')]
    seen.push([operation.id, ...statuses])
    for (const set of setsOf(operation)) {
      const scope = set.join(' ')
      const token = tokens.get(scope) ?? (await tokenWith(login, scope))
      tokens.set(scope, token)
      seen.push([operation.id, scope, await statusWith(token)])
    }
  }
  expect(seen).toEqual(
    linode.api.operations.flatMap((operation) => [
      [operation.id, ...expected[operation.auth]],
      ...setsOf(operation).map((set) => [operation.id, set.join(' '), 200]),
    ]),
  )
})

test('an operation for personal access tokens refuses an OAuth token that may do everything, though its header names a scope', async () => {
  const anyOf = [['account:read_only']]
  const operation = { id: 'get-boxes', method: 'GET', path: '/boxes', auth: 'pat', anyOf } as const
  const provider = { ...linode, api: { ...linode.api, operations: [operation] } }
  await using login = await FakeLogin.start({ listen: false, provider })
  const answer = await callApi(login, await tokenWith(login, '*'), '/boxes')
  expect([answer.status, answer.body]).toEqual([401, { errors: [{ reason: reasons.insufficientScope }] }])
  expect(answer.headers.get('x-accepted-oauth-scopes')).toBe('account:read_only')
})

test('a token is looked for in the Authorization header and nowhere else', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const token = await tokenWith(login, '*')
  const url = `${login.apiUrl}/v4/domains`
  const statusOf = async (from: string, init?: RequestInit): Promise<number> =>
    (await login.fetch(from, init)).status
  expect(await statusOf(`${url}?access_token=${token}`)).toBe(401)
  const form = { method: 'POST', body: new URLSearchParams({ access_token: token }) }
  expect(await statusOf(url, form)).toBe(401)
  expect(await statusOf(url, { headers: { authorization: `Basic ${token}` } })).toBe(401)
  expect(await statusOf(url, { headers: { authorization: token } })).toBe(401)
  expect(await statusOf(url, { headers: { authorization: `bearer ${token}` } })).toBe(200)
})

test('a page of another origin may call the API and read the scope headers', async () => {
  await using login = await FakeLogin.start()
  const asked = await fetch(`${login.apiUrl}/v4/profile`, {
    method: 'OPTIONS',
    headers: { 'access-control-request-headers': 'authorization' },
  })
  expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization'])
  const answer = await fetch(`${login.apiUrl}/v4/profile`)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-expose-headers')).toBe('X-OAuth-Scopes, X-Accepted-OAuth-Scopes')
})

test.each([undefined, linode])('GET /profile says who has signed in: %#', async (provider) => {
  const user = { username: 'ada', email: 'ada@example.com' }
  await using login = await FakeLogin.start({ listen: false, user, provider })
  expect((await callApi(login, await tokenWith(login, ''), '/profile')).body).toEqual(user)
})
