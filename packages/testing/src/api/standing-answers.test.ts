import { expect, test } from 'vitest'
import { FakeLogin } from '../fake-login.js'
import { linode } from '../generated/provider.js'
import { callApi, jsonOf, redirectUri, signIn } from '../login-flow.fixture.js'
import { UsageError } from '../options/usage-error.js'

/** An operation that takes a personal access token only, whichever of Linode's comes first. */
const [personal = ''] = linode.api.operations.flatMap(({ auth, method, path }) =>
  auth === 'pat' ? [`${method} ${path}`] : [],
)

async function start(scope: string): Promise<{ login: FakeLogin; token: string }> {
  const login = await FakeLogin.start({ listen: false })
  const { accessToken } = await signIn(login, login.registerClient({ redirectUri }), scope)
  return { login, token: accessToken }
}

test('an answer stands for each call of its operation, with the scope headers, as it was when it was given', async () => {
  const { login, token } = await start('linodes:read_only')
  const instances = { data: [{ id: 123, label: 'web' }] }
  login.answer('GET /linode/instances', instances)
  instances.data.pop()
  for (let round = 0; round < 2; round += 1) {
    const { status, headers, body } = await callApi(login, token)
    expect([status, body]).toEqual([200, { data: [{ id: 123, label: 'web' }] }])
    expect(headers.get('x-oauth-scopes')).toBe('linodes:read_only')
    expect(headers.get('x-accepted-oauth-scopes')).toBe('linodes:read_only')
  }
  login.answer('GET /linode/instances', { data: [] })
  expect((await callApi(login, token)).body).toEqual({ data: [] })
})

test('only a token that lives and has the scope gets it', async () => {
  const { login, token } = await start('domains:read_only')
  let asked = 0
  login.answer('GET /linode/instances', () => {
    asked += 1
    return {}
  })
  const lacking = await callApi(login, token)
  expect([lacking.status, lacking.headers.get('x-accepted-oauth-scopes')]).toEqual([401, 'linodes:read_only'])
  expect((await callApi(login, 'unknown')).status).toBe(401)
  login.answer('GET /domains', { data: [] })
  expect((await callApi(login, token, '/domains')).status).toBe(200)
  login.clock.advance({ hours: 2 })
  expect((await callApi(login, token, '/domains')).status).toBe(401)
  expect(asked).toBe(0)
})

test('a function makes it of the path, the query, the body and the user; without one there is nothing there', async () => {
  const { login, token } = await start('linodes:read_write')
  const labels = new Map([['123', 'web']])
  login.answer('GET /linode/instances/{linodeId}', ({ path: { linodeId } }) => {
    const label = labels.get(linodeId)
    return label === undefined ? undefined : { id: Number(linodeId), label }
  })
  expect((await callApi(login, token, '/linode/instances/123')).body).toEqual({ id: 123, label: 'web' })
  const missing = await callApi(login, token, '/linode/instances/7')
  expect([missing.status, missing.body]).toEqual([404, { errors: [{ reason: 'Not found' }] }])

  login.answer('PUT /linode/instances/{linodeId}', ({ path, query, body, user }) => ({
    path,
    asked: query.get('a'),
    body,
    by: user?.username,
  }))
  const url = `${login.apiUrl}/v4/linode/instances/%C3%A9%2F?a=b&c`
  const headers = { authorization: `Bearer ${token}` }
  expect(await jsonOf(await login.fetch(url, { method: 'PUT', headers, body: '{"size":1}' }))).toEqual({
    path: { linodeId: 'é/' },
    asked: 'b',
    body: '{"size":1}',
    by: 'test-user',
  })
  expect((await callApi(login, token, '/linode/instances/%', 'PUT')).body['path']).toEqual({ linodeId: '%' })
  // @ts-expect-error The path has no such parameter.
  login.answer('GET /linode/instances/{linodeId}', ({ path }) => path.linodeid)
})

test('what is scripted goes before it', async () => {
  const { login, token } = await start('linodes:read_only')
  login.answer('GET /linode/instances', { data: [] })
  login.on('api').once({ status: 503, json: {} })
  const statuses = [(await callApi(login, token, '/profile')).status, (await callApi(login, token)).status]
  expect(statuses).toEqual([503, 200])
})

test('an operation of another provider is named by its own path', async () => {
  const { api } = linode
  const operation = { id: 'box', method: 'GET', path: '/{shelf}/{box}', auth: 'none', anyOf: [] } as const
  const provider = { ...linode, api: { ...api, operations: [operation] } }
  await using login = await FakeLogin.start({ listen: false, provider })
  login.answer('GET /{shelf}/{box}', ({ path: { shelf, box } }) => ({ shelf, box }))
  expect(await jsonOf(await login.fetch(`${login.apiUrl}/v4/top/red`))).toEqual({ shelf: 'top', box: 'red' })
  expect(() => login.answer('GET /profile', {})).toThrow(UsageError)
})

test('calls at once each get the answer of their own operation', async () => {
  const { login, token } = await start('linodes:read_only domains:read_only')
  login.answer('GET /linode/instances', { of: 'linodes' })
  login.answer('GET /domains', { of: 'domains' })
  const paths = ['/domains', '/linode/instances', '/domains', '/linode/instances']
  const answers = await Promise.all(paths.map((path) => callApi(login, token, path)))
  expect(answers.map(({ body }) => body['of'])).toEqual(['domains', 'linodes', 'domains', 'linodes'])
})

test.each([
  [
    'GET /linode/instance',
    {},
    "there is no operation 'GET /linode/instance' (did you mean 'GET /linode/instances'?)",
  ],
  ['/linode/instances', {}, "did you mean 'GET /linode/instances'?"],
  ['GET /linode/instance/{linodeId}', {}, "did you mean 'GET /linode/instances/{linodeId}'?"],
  ['GET /linode/instances/123', {}, "did you mean 'GET /linode/instances/{linodeId}'?"],
  [personal, {}, `'${personal}' takes personal access tokens alone`],
  [undefined, {}, "there is no operation 'undefined'"],
  ['GET /profile', undefined, 'the answer must be something that JSON can say'],
  ['GET /profile', async () => ({}), 'a function that gives the answer at once, not an AsyncFunction'],
])('login.answer(%j, %s) is refused', async (operation, answer, words) => {
  await using login = await FakeLogin.start({ listen: false })
  const set = (): void => login.answer(operation as string, answer as never)
  expect(set).toThrow(UsageError)
  expect(set).toThrow(words)
})
