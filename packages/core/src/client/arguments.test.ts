// Calls of apps without types: each mistake is told by its name, before anything is sent.
import { beforeEach, expect, test } from 'vitest'
import { ConfigurationError } from '../errors/errors.js'
import { failure } from '../errors/safe.fixture.js'
import { MemoryPendingLogins } from '../login/pending-logins.js'
import { accessToken, code, freshClient, redirectUri, refreshToken, secrets } from './client.fixture.js'
import { LinodeLoginClient } from './client.js'

let { pending, client, sent } = freshClient()
beforeEach(() => {
  ;({ pending, client, sent } = freshClient())
})

test('a store or a callback that is none is told as a mistake of the app', async () => {
  const client = new LinodeLoginClient({ clientId: 'app' })
  const pending = new MemoryPendingLogins()
  await expect(client.beginLogin({ pending: new Map() as never })).rejects.toThrow(
    'pending: expected a store',
  )
  await expect(client.completeLogin('/?state=a', {} as never)).rejects.toThrow('pending: expected a store')
  await expect(client.completeLogin(undefined as never, { pending })).rejects.toThrow(
    'callbackUrl: expected a URL',
  )
})

const someCallback = '/callback?state=a&code=b'

test.each<[string, string, readonly unknown[]]>([
  ['beginLogin', 'options: expected an object such as { pending: … }; it is missing or empty', []],
  ['beginLogin', 'options: expected an object', [null]],
  ['beginLogin', 'options: expected an object', ['linodes:*']],
  ['beginLogin', 'pending: expected a store', [{}]],
  ['completeLogin', 'options: expected an object such as { pending: … }; it is missing or empty', []],
  ['completeLogin', 'options: expected an object such as { pending: … }; it is missing', [someCallback]],
  ['completeLogin', 'as in { pending: new MemoryPendingLogins() }; it is missing', [someCallback, {}]],
  [
    'completeLogin',
    'as in { pending: new MemoryPendingLogins() }; it is missing',
    [someCallback, new MemoryPendingLogins()],
  ],
  ['finishOAuth', 'code: expected the code of the callback, not its URL; it is missing or empty', []],
  ['finishOAuth', 'code: expected the code of the callback, not its URL', [someCallback]],
  ['finishOAuth', 'code: expected the code of the callback, not its URL', ['app://callback']],
  ['finishOAuth', 'it is an object', [new URL('https://app.example/?code=c0de')]],
  ['finishOAuth', 'options: expected an object', ['c0de', null]],
  ['finishOAuth', 'options: expected an object', ['c0de', 'https://app.example']],
  [
    'refreshOAuthToken',
    'refreshToken: expected a bearer token of at most 8192 characters; it is missing',
    [],
  ],
  [
    'refreshOAuthToken',
    'refreshToken: expected a bearer token of at most 8192 characters; it is missing',
    [null],
  ],
  [
    'refreshOAuthToken',
    'refreshToken: expected a bearer token of at most 8192 characters; it is an object',
    [{}],
  ],
  ['refreshOAuthToken', 'options: expected an object', [refreshToken, null]],
  ['expireToken', 'token: expected a bearer token of at most 8192 characters; it is missing', []],
  ['expireToken', 'token: expected a bearer token of at most 8192 characters; it is missing', [null]],
  ['expireToken', 'token: expected a bearer token of at most 8192 characters; it is an object', [{}]],
  ['expireToken', 'token: expected a bearer token of at most 8192 characters; it is a number', [5]],
  ['expireToken', 'options: expected an object', [accessToken, null]],
  ['generateLoginUrl', 'options: expected an object', [null]],
  ['generateLoginUrl', 'options: expected an object', ['linodes:*']],
  ['generateLoginUrl', 'options: expected an object such as { scopes: … }; it is a list', [['linodes:*']]],
  [
    'generateLoginUrl',
    'scopes: expected a scope or a list of scopes (of a family: .readOnly, .readWrite or .all); it is missing',
    [{ scopes: null }],
  ],
  [
    'generateLoginUrl',
    'scopes: expected a scope or a list of scopes (of a family: .readOnly, .readWrite or .all); it is a number',
    [{ scopes: 5 }],
  ],
  ['generateLoginUrl', 'scopes: expected a scope or a list of scopes', [{ scopes: new Set(['linodes:*']) }]],
  [
    'generateLoginUrl',
    'redirectUri: expected an absolute URI without a fragment, such as https://app.example/path',
    [{ redirectUri: '/callback' }],
  ],
  ['generateLoginUrl', 'state: expected printable ASCII', [{ state: 5 }]],
  ['generateLoginUrl', 'redirectUri: expected an absolute URI', [{ redirectUri: null }]],
  [
    'beginLogin',
    'redirectUri: expected an absolute URI',
    [{ pending: new MemoryPendingLogins(), redirectUri: null }],
  ],
  ['finishOAuth', 'redirectUri: expected an absolute URI', ['c0de', { redirectUri: null }]],
  ['expireToken', 'legacy: expected true or false; it is missing', [accessToken, { legacy: null }]],
  ['expireToken', 'legacy: expected true or false', [accessToken, { legacy: 'no' }]],
  ['beginLogin', 'ttl: expected', [{ pending: new MemoryPendingLogins(), ttl: '60000' }]],
  ['finishOAuth', 'scopes: expected a scope or a list of scopes', ['c0de', { scopes: 0 }]],
  ['refreshOAuthToken', 'scopes: expected a scope or a list of scopes', [refreshToken, { scopes: {} }]],
])('%s of a caller without types tells: %s', async (name, message, input) => {
  const call = async () => Reflect.apply(Reflect.get(client, name), client, input)
  const error = await failure(call(), secrets)
  expect(error).toBeInstanceOf(ConfigurationError)
  expect(error.message).toContain(message)
  expect(sent).toHaveLength(0)
})

test.each([{}, null, 'abort', new AbortController()])('a signal that is none is told: %o', async (wrong) => {
  const signal = wrong as never
  const calls = [
    client.beginLogin({ pending, signal }),
    client.completeLogin(someCallback, { pending, signal }),
    client.finishOAuth(code, { signal }),
    client.refreshOAuthToken(refreshToken, { signal }),
    client.expireToken(accessToken, { signal }),
  ]
  for (const call of calls) {
    expect(await failure(call)).toMatchObject({
      name: 'ConfigurationError',
      option: 'signal',
      expected: expect.stringMatching(/^an AbortSignal/),
    })
  }
  expect(sent).toHaveLength(0)
})

test('an empty text is no scope, to whichever call', async () => {
  for (const call of [
    client.finishOAuth(code, { scopes: '' }),
    // @ts-expect-error: no scope
    client.refreshOAuthToken(refreshToken, { scopes: '' }),
  ])
    expect(await failure(call)).toMatchObject({ name: 'ScopeError', code: 'malformed' })
})

test.each<[string, string, string, readonly unknown[]]>([
  ['beginLogin', 'scope', 'scopes', [{ scope: 'linodes:read_only' }]],
  ['beginLogin', 'redirectURI', 'redirectUri', [{ redirectURI: redirectUri }]],
  ['completeLogin', 'store', '', [someCallback, { store: 1 }]],
  ['generateLoginUrl', 'code_challenge', 'codeChallenge', [{ code_challenge: 'x' }]],
  ['finishOAuth', 'verifier', 'codeVerifier', [code, { verifier: 'x' }]],
  ['refreshOAuthToken', 'scope', 'scopes', [refreshToken, { scope: 'linodes:read_only' }]],
  ['expireToken', 'legcay', 'legacy', [accessToken, { legcay: true }]],
])('%s refuses the option %s, and tells that %o was meant', async (name, option, meant, input) => {
  const call = async () => Reflect.apply(Reflect.get(client, name), client, input)
  const error = await failure(call(), secrets)
  expect(error).toMatchObject({ name: 'ConfigurationError', option })
  const said = meant === '' ? '; there are pending, signal' : `: did you mean ${meant}?`
  expect(error.message).toBe(`there is no option ${option}${said}`)
  expect(sent).toHaveLength(0)
})

test('every option that a call has is taken', async () => {
  const { signal } = new AbortController()
  const scopes = 'linodes:read_only'
  const asked = { scopes, redirectUri } as const
  const codeVerifier = 'v'.repeat(43)
  client.generateLoginUrl({ ...asked, state: 's', codeChallenge: codeVerifier })
  const { url, state } = await client.beginLogin({ ...asked, pending, signal, ttl: 1000 })
  expect(new URL(url).searchParams.get('scope')).toBe(scopes)
  await client.completeLogin(`/callback?code=${code}&state=${state}`, { pending, signal })
  await client.finishOAuth(code, { ...asked, codeVerifier, signal })
  await client.refreshOAuthToken(refreshToken, { scopes, signal })
  await client.expireToken(accessToken, { legacy: false, signal })
  expect(sent).toHaveLength(4)
})

test.each([[undefined], [{}], [5]])(
  '%o in a list of scopes to ask for may be a misspelt constant',
  async (wrong) => {
    const scopes = ['linodes:read_only', wrong] as never
    expect(await failure(client.beginLogin({ pending, scopes }))).toMatchObject({
      name: 'ScopeError',
      code: 'malformed',
      operation: 'authorize',
      message: `scopes: expected one scope each, not ${typeof wrong}: does OAuthScopes have that name?`,
    })
  },
)

test('an option that was left unset is said to be missing', () => {
  expect(() => new LinodeLoginClient({ clientId: '' })).toThrow(
    'clientId: expected the id of the OAuth client, printable ASCII of at most 4096 characters; it is missing or empty',
  )
})

test.each<[string, string, Record<string, unknown>]>([
  ['clientId', 'it is a number', { clientId: 5 }],
  ['fetch', 'it is a boolean', { fetch: true }],
  ['fetch', 'it is a list', { fetch: [] }],
  ['clock', 'it is a function', { clock: Date }],
])('a wrong kind of %s is told: %s', (option, message, wrong) => {
  const build = () => Reflect.construct(LinodeLoginClient, [{ clientId: 'c', ...wrong }])
  expect(build).toThrow(new RegExp(`^${option}: expected .*; ${message}$`))
})

test('the right kind is not told to be wrong, nor is a text quoted or named', () => {
  const build = (options: object) => () =>
    Reflect.construct(LinodeLoginClient, [{ clientId: 'c', ...options }])
  expect(build({ timeout: 0 })).toThrow(/^timeout: expected a number of milliseconds, from 1 to 2147483647$/)
  expect(build({ clientId: 's3cr3t\n' })).toThrow(/characters$/)
  expect(build({ issuer: 'x' })).toThrow(/^issuer: expected .*, such as https:\/\/app\.example\/path$/)
})
