// The way of a login from begin to end, and the other calls.
import { beforeEach, expect, test } from 'vitest'
import { failure } from '../errors/safe.fixture.js'
import { codeChallengeOf } from '../login/pkce.js'
import {
  accessToken,
  callback,
  clientAnswered,
  clientSecret,
  code,
  fetchAnswering,
  freshClient,
  json,
  redirectUri,
  refreshToken,
  secrets,
  tokenAnswer,
} from './client.fixture.js'

let { clock, pending, client, sent } = freshClient()
beforeEach(() => {
  ;({ clock, pending, client, sent } = freshClient())
})

test('C22 a login begins with a fresh state and challenge, and its verifier stays at home', async () => {
  const { url, state } = await client.beginLogin({ pending, scopes: ['linodes:read_only'] })
  const { searchParams } = new URL(url)
  const login = pending.get(state)
  expect(state).toMatch(/^[\w-]{43}$/)
  expect(login?.codeVerifier).toMatch(/^[\w-]{43}$/)
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: 'c11e47',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'linodes:read_only',
    state,
    code_challenge: await codeChallengeOf(login?.codeVerifier ?? ''),
    code_challenge_method: 'S256',
  })
  expect(url).not.toContain(login?.codeVerifier)
  const again = await client.beginLogin({ pending })
  expect(again.state).not.toBe(state)
  expect(pending.get(again.state)?.codeVerifier).not.toBe(login?.codeVerifier)
})

test('what waits for the callback is plain data', async () => {
  const { state } = await client.beginLogin({ pending, scopes: 'linodes:read_only', ttl: 60_000 })
  const login = pending.get(state)
  expect(login).toEqual({
    issuer: 'https://login.linode.com',
    clientId: 'c11e47',
    redirectUri,
    codeVerifier: login?.codeVerifier,
    scopes: ['linodes:read_only'],
    ungrantedScopes: [],
    expiresAt: clock.now() + 60_000,
  })
  expect(JSON.parse(JSON.stringify(login))).toEqual(login)
})

test('C9 a login is completed with its code, its verifier and its redirect URI', async () => {
  const special = 'https://app.example/other?x=%2f'
  const { state } = await client.beginLogin({
    pending,
    scopes: ['linodes:read_only', 'domains:*'],
    redirectUri: special,
  })
  const verifier = pending.get(state)?.codeVerifier
  const token = await client.completeLogin(callback({ state, code }), { pending })
  expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
    grant_type: 'authorization_code',
    client_id: 'c11e47',
    client_secret: clientSecret,
    code,
    redirect_uri: special,
    code_verifier: verifier,
  })
  expect(token.accessToken).toBe(accessToken)
  expect(token.refreshToken).toBe(refreshToken)
  expect(token.scopes).toEqual(['linodes:read_only'])
})

test('C12 A25 what was asked for stands where the answer is silent, and shows what nobody asked for', async () => {
  ;({ client, sent } = clientAnswered([
    json({ ...tokenAnswer, scope: undefined, scopes: undefined }),
    json({ ...tokenAnswer, scope: '*', scopes: '*' }),
  ]))
  const tokens = []
  for (let login = 0; login < 2; login += 1) {
    const { state } = await client.beginLogin({ pending, scopes: ['linodes:read_only'] })
    tokens.push(await client.completeLogin(callback({ state, code }), { pending }))
  }
  expect(tokens.map((token) => [token.scopes, token.unrequestedScopes])).toEqual([
    [['linodes:read_only'], []],
    [['*'], ['*']],
  ])
})

test.each([
  ['a URL', (url: string) => new URL(url)],
  ['a path and query', (url: string) => new URL(url).pathname + new URL(url).search],
  ['with a harmless fragment', (url: string) => `${url}#_=_`],
])('a callback may be given as %s', async (_how, form) => {
  const { state } = await client.beginLogin({ pending })
  const token = await client.completeLogin(form(callback({ state, code })), { pending })
  expect(token.accessToken).toBe(accessToken)
})

test('C8 unknown parameters of a callback are ignored', async () => {
  const { state } = await client.beginLogin({ pending })
  await client.completeLogin(`${callback({ state, code })}&x=1&x=2&session_state=y`, { pending })
  expect(sent).toHaveLength(1)
})

test('K14 several logins at once each succeed', async () => {
  const logins = await Promise.all([1, 2, 3].map(() => client.beginLogin({ pending })))
  for (const { state } of logins.reverse()) await client.completeLogin(callback({ state, code }), { pending })
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map(({ form }) => form.get('code_verifier'))).size).toBe(3)
})

test('state and verifier come from the given source of chance', async () => {
  let calls = 0
  const random = (bytes: number): Uint8Array => {
    calls += 1
    return new Uint8Array(bytes).fill(calls)
  }
  ;({ client } = clientAnswered([], { random }))
  const { state } = await client.beginLogin({ pending })
  expect(state).toBe(`${'AQEB'.repeat(10)}AQE`)
  expect(pending.get(state)?.codeVerifier).toBe(`${'AgIC'.repeat(10)}AgI`)
})

test.each([0, -1, Number.NaN, 86_400_001, Number.POSITIVE_INFINITY])(
  'a ttl of %d is refused',
  async (ttl) => {
    expect(await failure(client.beginLogin({ pending, ttl }))).toMatchObject({
      name: 'ConfigurationError',
      option: 'ttl',
    })
  },
)

test.each([1, 86_400_000])('a ttl of %d is taken', async (ttl) => {
  const { state } = await client.beginLogin({ pending, ttl })
  expect(pending.get(state)?.expiresAt).toBe(clock.now() + ttl)
})

test.each(['generateLoginUrl', 'beginLogin', 'finishOAuth', 'refreshOAuthToken'] as const)(
  'a scope that is none is told of %s by what was being done',
  async (name) => {
    const input = {
      generateLoginUrl: [],
      beginLogin: [],
      finishOAuth: [code],
      refreshOAuthToken: [refreshToken],
    }
    const options = { scopes: 'a b', ...(name === 'beginLogin' ? { pending } : {}) }
    const call = async () => Reflect.apply(client[name], client, [...input[name], options])
    const operation = { finishOAuth: 'exchange', refreshOAuthToken: 'refresh' }
    expect(await failure(call())).toMatchObject({
      name: 'ScopeError',
      operation: name === 'finishOAuth' || name === 'refreshOAuthToken' ? operation[name] : 'authorize',
    })
  },
)

test('a login that can’t be asked for leaves nothing behind', async () => {
  const store = { put: () => expect.fail('stored'), get: () => undefined, take: () => undefined }
  // @ts-expect-error: two scopes
  await failure(client.beginLogin({ pending: store, scopes: ['a b'] }))
  await failure(client.beginLogin({ pending: store, redirectUri: '/relative' }))
})

test.each([
  ['K10', `${code}\n`],
  ['K11', 'c'.repeat(1024 * 1024)],
  ['C13', ''],
])('%s finishOAuth refuses a code that can’t be one', async (_ids, wrong) => {
  expect(await failure(client.finishOAuth(wrong))).toMatchObject({
    name: 'ConfigurationError',
    option: 'code',
  })
  expect(sent).toHaveLength(0)
})

test('C22 finishOAuth refuses a verifier that can’t be one', async () => {
  const work = client.finishOAuth(code, { codeVerifier: 'too-short' })
  expect(await failure(work)).toMatchObject({ name: 'ConfigurationError', option: 'codeVerifier' })
})

test('C5 C17 C27 no request puts a token, a code or a secret into its URL or a header', async () => {
  await client.finishOAuth(code)
  await client.refreshOAuthToken(refreshToken)
  await client.expireToken(accessToken)
  await client.expireToken(accessToken, { legacy: true })
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
    '/oauth/token',
    '/oauth/token',
    '/oauth/revoke',
    '/oauth/token/expire',
  ])
  for (const { url, headers } of sent) {
    const shown = url + JSON.stringify([...headers])
    for (const secret of [...secrets, code]) expect(shown).not.toContain(secret)
  }
})

test('one client serves many users at once, each with their own', async () => {
  const { fetch } = fetchAnswering(async ({ form }) => {
    await new Promise((done) => setImmediate(done))
    return Response.json({ ...tokenAnswer, access_token: `of-${form.get('code')}` })
  })
  ;({ client } = clientAnswered([], { fetch }))
  const tokens = await Promise.all(Array.from({ length: 50 }, (_, user) => client.finishOAuth(`user${user}`)))
  expect(tokens.map((token) => token.accessToken)).toEqual(
    Array.from({ length: 50 }, (_, user) => `of-user${user}`),
  )
})
