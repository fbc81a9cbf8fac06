import { expect, test } from 'vitest'
import { FakeLogin } from '../../fake-login.js'
import { askAuthorization, authorized, encode, newVerifier, redirectUri } from '../../login-flow.fixture.js'

test.each([
  ['no client', { client_id: undefined }],
  ['an unknown client', { client_id: '0'.repeat(20) }],
  ['a client twice', {}, '&client_id=x'],
  ['another redirect URI', { redirect_uri: 'https://evil.example/' }],
  ['a redirect URI that is none', { redirect_uri: 'nonsense' }],
  ['a redirect URI with a fragment', { redirect_uri: `${redirectUri}#x` }],
  ['a redirect URI twice', {}, `&redirect_uri=${redirectUri}`],
])('S2 with %s nothing is redirected, and a page says why', async (_, change, added = '') => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri })
  const query = encode({ response_type: 'code', client_id: clientId, redirect_uri: redirectUri, ...change })
  const answer = await login.fetch(`${login.url}/oauth/authorize?${query}${added}`, { redirect: 'manual' })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('location')).toBeNull()
  expect(await answer.text()).toMatch(/invalid_(client|request): /)
})

test('S2 several registered redirect URIs leave a choice that the request must make', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUris: [redirectUri, 'https://other.example/'] })
  const answer = await askAuthorization(login, { response_type: 'code', client_id: clientId })
  expect(answer.status).toBe(400)
  const chosen = await authorized(login, { client_id: clientId, redirect_uri: 'https://other.example/' })
  expect(chosen.has('code')).toBe(true)
})

test.each([
  [{ response_type: undefined }, 'invalid_request'],
  [{ response_type: 'id_token' }, 'unsupported_response_type'],
  [{ response_type: 'token' }, 'unsupported_response_type'],
  [{ scope: 'linodes:read' }, 'invalid_scope'],
  [{ scope: 'linodes:read_only\u0000' }, 'invalid_scope'],
  [{ scope: 'linodes:read_only', scopes: 'domains:read_only' }, 'invalid_request'],
  [{ code_challenge: 'short' }, 'invalid_request'],
  [{ code_challenge: 'c'.repeat(43) }, 'invalid_request'],
  [{ code_challenge: 'c'.repeat(43), code_challenge_method: 'plain' }, 'invalid_request'],
])('what is wrong with %j is told to the client, with its state', async (change, error) => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri })
  const answer = await authorized(login, { client_id: clientId, state: 'st&te', ...change })
  expect(answer.get('error')).toBe(error)
  expect(answer.get('error_description')).not.toBe('')
  expect(answer.get('state')).toBe('st&te')
  expect(answer.has('code')).toBe(false)
})

test('S3 a public client without a code challenge is told so', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri, public: true })
  expect((await authorized(login, { client_id: clientId })).get('error')).toBe('invalid_request')
  const { challenge } = newVerifier()
  const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
  expect((await authorized(login, { client_id: clientId, ...pkce })).has('code')).toBe(true)
})

test('the answer is added to a redirect URI that has a query, and changes no byte of it', async () => {
  const odd = 'https://app.example/cb?keep=%7e&a'
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri: odd })
  const answer = await askAuthorization(login, {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: odd,
  })
  expect(answer.headers.get('location')?.startsWith(`${odd}&code=`)).toBe(true)
})

test('the implicit grant answers in the fragment, its errors too', async () => {
  await using login = await FakeLogin.start({ listen: false, profile: 'linode' })
  const { clientId } = login.registerClient({ redirectUri: 'http://localhost/' })
  const form = {
    response_type: 'token',
    client_id: clientId,
    redirect_uri: 'http://localhost:49152/',
    state: 's',
  }
  const fragmentOf = async (scope: string): Promise<URLSearchParams> => {
    const answer = await askAuthorization(login, { ...form, scope })
    return new URLSearchParams(new URL(answer.headers.get('location') ?? '').hash.slice(1))
  }
  expect(Object.fromEntries(await fragmentOf('linodes:*'))).toEqual({
    access_token: expect.stringMatching(/^[0-9a-f]{64}$/),
    token_type: 'bearer',
    expires_in: '7200',
    scope: 'linodes:*',
    return: '',
    state: 's',
  })
  expect((await fragmentOf('nonsense')).get('error')).toBe('invalid_scope')
})

test.each([
  [{ profile: 'linode' }, ''],
  [{ profile: 'linode', implicitReturn: '/linodes?a=b' }, '/linodes?a=b'],
  [{ profile: 'linode', implicitReturn: false }, null],
  [{ implicit: true }, null],
] as const)('with %j the answer of the implicit grant carries as return %j', async (options, expected) => {
  await using login = await FakeLogin.start({ listen: false, ...options })
  const { clientId } = login.registerClient({ redirectUri })
  const answer = await askAuthorization(login, {
    response_type: 'token',
    client_id: clientId,
    redirect_uri: redirectUri,
  })
  const fragment = new URLSearchParams(new URL(answer.headers.get('location') ?? '').hash.slice(1))
  expect([fragment.get('return'), fragment.has('access_token')]).toEqual([expected, true])
})

test('S11 no page of another origin reads what the authorization endpoint answers', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri })
  const url = `${login.url}/oauth/authorize?response_type=code&client_id=${clientId}`
  const headers = { origin: 'https://app.example' }
  for (const method of ['GET', 'OPTIONS', 'POST']) {
    const answer = await login.fetch(url, { method, headers, redirect: 'manual' })
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])(
  '%s at the authorization endpoint gives no code',
  async (method) => {
    await using login = await FakeLogin.start({ listen: false })
    const { clientId } = login.registerClient({ redirectUri })
    const url = `${login.url}/oauth/authorize?response_type=code&client_id=${clientId}`
    const answer = await login.fetch(url, { method, redirect: 'manual' })
    expect([answer.status, answer.headers.get('allow'), answer.headers.get('location')]).toEqual([
      405,
      'GET',
      null,
    ])
  },
)

test('C38 where a browser is sent on, and on every page, no referrer tells the code or the request', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const { clientId } = login.registerClient({ redirectUri })
  const answers = [
    await askAuthorization(login, { response_type: 'code', client_id: clientId }),
    await askAuthorization(login, { response_type: 'x', client_id: clientId }),
    await askAuthorization(login, { client_id: 'unknown' }),
    await login.fetch(`${login.url}/logout`, { redirect: 'manual' }),
    await login.fetch(`${login.url}/login`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 400, 303, 200])
  for (const { headers } of answers) expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test('logging out lands on the login page', async () => {
  await using login = await FakeLogin.start()
  const answer = await fetch(`${login.url}/logout`)
  expect([answer.status, answer.url, answer.redirected]).toEqual([200, `${login.url}/login`, true])
  expect(await answer.text()).toContain('signed out')
})

test.each([
  [true, 'https://login.linode.test'],
  ['https://evil.example', 'https://evil.example'],
  [false, null],
  [undefined, null],
])('S14 with iss %s every authorization answer names the issuer %s', async (iss, expected) => {
  await using login = await FakeLogin.start({ listen: false, iss, profile: 'linode' })
  const { clientId } = login.registerClient({ redirectUri })
  login.on('authorize').once({ error: 'server_error' })
  const asked = [{}, {}, { scope: 'no:such' }, { response_type: 'x' }]
  for (const form of asked) {
    const answer = await authorized(login, { client_id: clientId, state: 's', ...form })
    expect([answer.get('iss'), answer.get('state')]).toEqual([expected, 's'])
  }
  const form = { client_id: clientId, redirect_uri: redirectUri, response_type: 'token' }
  const { headers } = await askAuthorization(login, form)
  const fragment = new URLSearchParams(new URL(headers.get('location') ?? '').hash.slice(1))
  expect([fragment.get('iss'), fragment.has('access_token')]).toEqual([expected, true])
})

test('S2 S14 where nothing is redirected, nothing names the issuer', async () => {
  await using login = await FakeLogin.start({ listen: false, iss: true })
  const answer = await askAuthorization(login, { response_type: 'code', client_id: 'unknown' })
  expect(answer.headers.get('location')).toBeNull()
})
