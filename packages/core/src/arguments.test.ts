// Calls of apps without types: each mistake is told by its name, before anything is sent.
import { beforeEach, expect, test } from 'vitest'
import {
  accessToken,
  clientAnswered,
  json,
  refreshToken,
  type Sent,
  secrets,
  stoppedClock,
  tokenAnswer,
} from './client.fixture.js'
import { LinodeLoginClient } from './client.js'
import { ConfigurationError } from './errors.js'
import { MemoryPendingLogins } from './pending-logins.js'
import { failure } from './safe.fixture.js'

const redirectUri = 'https://app.example/callback'
const code = 'c0de51'.repeat(3)

let clock: ReturnType<typeof stoppedClock>
let pending: MemoryPendingLogins
let client: LinodeLoginClient
let sent: Sent[]

beforeEach(() => {
  clock = stoppedClock()
  pending = new MemoryPendingLogins({ clock })
  ;({ client, sent } = clientAnswered([json(tokenAnswer)], { clock, redirectUri }))
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
  ['beginLogin', 'options: expected an object; it is missing or empty', []],
  ['beginLogin', 'options: expected an object', [null]],
  ['beginLogin', 'options: expected an object', ['linodes:*']],
  ['beginLogin', 'pending: expected a store', [{}]],
  ['completeLogin', 'options: expected an object; it is missing or empty', []],
  ['completeLogin', 'options: expected an object; it is missing or empty', [someCallback]],
  ['completeLogin', 'pending: expected a store', [someCallback, {}]],
  ['finishOAuth', 'code: expected printable ASCII of at most 4096 characters; it is missing or empty', []],
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
  ['expireToken', 'token: expected a bearer token of at most 8192 characters', [5]],
  ['expireToken', 'options: expected an object', [accessToken, null]],
  ['generateLoginUrl', 'options: expected an object', [null]],
  ['generateLoginUrl', 'options: expected an object', ['linodes:*']],
  ['generateLoginUrl', 'scopes: expected a scope or a list of scopes; it is missing', [{ scopes: null }]],
  ['generateLoginUrl', 'scopes: expected a scope or a list of scopes', [{ scopes: 5 }]],
  ['generateLoginUrl', 'scopes: expected a scope or a list of scopes', [{ scopes: new Set(['linodes:*']) }]],
  ['generateLoginUrl', 'state: expected printable ASCII', [{ state: 5 }]],
  ['generateLoginUrl', 'redirectUri: expected an absolute URI', [{ redirectUri: null }]],
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
    client.refreshOAuthToken(refreshToken, { scopes: '' }),
  ])
    expect(await failure(call)).toMatchObject({ name: 'ScopeError', code: 'malformed' })
})

test('an option that was left unset is said to be missing', () => {
  expect(() => new LinodeLoginClient({ clientId: '' })).toThrow('it is missing or empty')
})
