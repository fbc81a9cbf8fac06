// The server's name in a callback, and callbacks that come to nothing.
import { beforeEach, expect, test } from 'vitest'
import {
  type Answering,
  callback,
  clientAnswered,
  code,
  freshClient,
  json,
  redirectUri,
  tokenAnswer,
} from '../client/client.fixture.js'
import { CallbackError, TokenFormatError } from '../errors/errors.js'
import { failure } from '../errors/safe.fixture.js'
import { OAuthToken } from '../tokens/oauth-token.js'

let { clock, pending, client, sent } = freshClient()
beforeEach(() => {
  ;({ clock, pending, client, sent } = freshClient())
})

test('the right iss is accepted, and without the option it may be left out', async () => {
  for (const parameters of [{ iss: 'https://login.linode.com' }, {}]) {
    const { state } = await client.beginLogin({ pending })
    await client.completeLogin(callback({ state, code, ...parameters }), { pending })
  }
  expect(sent).toHaveLength(2)
})

const issuer = 'https://Login.linode.com/Issuer/'

test.each<[string, string, Record<string, string>]>([
  ['K9 C25', 'issuer_missing', { code }],
  ['K9 C26', 'issuer_missing', { error: 'access_denied' }],
  ['K9', 'issuer_missing', { code, iss: '' }],
  ['K9 C25', 'issuer_mismatch', { code, iss: 'https://login.linode.com' }],
  ['K9 C25', 'issuer_mismatch', { code, iss: issuer.toLowerCase() }],
  ['K9 C25', 'issuer_mismatch', { code, iss: issuer.slice(0, -1) }],
  ['K9 C25', 'issuer_mismatch', { code, iss: `${issuer}.` }],
  ['K9 C26', 'issuer_mismatch', { error: 'access_denied', iss: 'https://evil.example' }],
])(
  '%s of a server that is declared to name itself: %s for %j, and nothing is used up',
  async (_ids, expected, given) => {
    ;({ client, sent } = clientAnswered([json(tokenAnswer)], { clock, redirectUri, issuer }))
    const { state } = await client.beginLogin({ pending })
    expect(pending.get(state)?.issuer).toBe(issuer)
    const error = await failure(client.completeLogin(callback({ state, ...given }), { pending }), [
      code,
      state,
    ])
    expect(error).toBeInstanceOf(CallbackError)
    expect(error.code).toBe(expected)
    expect(sent).toHaveLength(0)
    await client.completeLogin(callback({ state, code, iss: issuer }), { pending })
    expect(sent).toHaveLength(1)
  },
)

test.each(['', code, 'c0de 51', `code=${code}`, `é ?state=${'x'.repeat(43)}&code=1`])(
  '%j in place of a callback’s URL is told to be no URL, and what takes a code',
  async (text) => {
    expect(await failure(client.completeLogin(text, { pending }), [code])).toMatchObject({
      name: 'CallbackError',
      code: 'malformed',
      message:
        'The callback must be a URL, or its path and query; what came is neither. ' +
        'Hand over the whole URL: a code alone is for finishOAuth.',
    })
  },
)

test('a callback that is too long is told how long it may be', async () => {
  const url = callback({ code, state: 'x'.repeat(16 * 1024) })
  expect(await failure(client.completeLogin(url, { pending }), [code])).toMatchObject({
    code: 'malformed',
    message: 'The callback must be a URL, or its path and query, of at most 16384 characters.',
  })
})

test.each([redirectUri, '/callback', '?x=1', 'app:callback', '/'])(
  '%j is the URL of a callback without a state',
  async (url) => {
    expect((await failure(client.completeLogin(url, { pending }))).code).toBe('state_missing')
  },
)

/** What each refusal says: what is wrong, what it should be, and what to do. */
test.each<[string, string, (state: string) => string]>([
  [
    'state_missing',
    'The callback has no state, so no login can be told from it. Begin another login.',
    () => callback({ code }),
  ],
  [
    'malformed',
    'The callback must have either a code or an error, and it has neither.',
    (state) => callback({ state }),
  ],
  [
    'malformed',
    'The callback must have either a code or an error, and it has both.',
    (state) => callback({ state, code, error: 'access_denied' }),
  ],
  [
    'malformed',
    "The callback can't be read: code is malformed: expected printable ASCII of at most 4096 characters.",
    (state) => callback({ state, code: 'é' }),
  ],
  [
    'parameter_repeated',
    "The callback can't be read: code is repeated: expected one code.",
    (state) => `${callback({ state, code })}&code=x`,
  ],
  [
    'token_in_url',
    'The callback carries a token. Only the implicit grant does, which is not used. Begin another login.',
    (state) => callback({ state, access_token: 'x' }),
  ],
  [
    'state_unknown',
    'No login with this state was begun in this browser, or it has been used or has expired. Begin another login.',
    () => callback({ state: 'x'.repeat(43), code }),
  ],
  [
    'issuer_mismatch',
    'The callback comes from another authorization server: its iss names another one.',
    (state) => callback({ state, code, iss: 'https://evil.example' }),
  ],
])('a callback refused as %s is told: %s', async (expected, message, make) => {
  const { state } = await client.beginLogin({ pending })
  expect(await failure(client.completeLogin(make(state), { pending }), [code, state])).toMatchObject({
    code: expected,
    message,
  })
})

test('a login refused for what is known of it is told why', async () => {
  const { state } = await client.beginLogin({ pending })
  const url = callback({ state, code })
  const other = clientAnswered([], { clock, clientId: 'other' }).client
  const naming = clientAnswered([], { clock, redirectUri, issuer }).client
  const messageOf = async (work: Promise<unknown>): Promise<string> => (await failure(work, [code])).message
  expect(await messageOf(other.completeLogin(url, { pending }))).toBe(
    'The login was begun by a client with another clientId, baseUrl or issuer. Complete it with the client that began it.',
  )
  const named = await naming.beginLogin({ pending })
  expect(await messageOf(naming.completeLogin(callback({ state: named.state, code }), { pending }))).toBe(
    'The callback has no iss, which the option issuer makes it have.',
  )
  const lost = { put: () => {}, get: () => pending.get(state), take: () => undefined }
  expect(await messageOf(client.completeLogin(url, { pending: lost }))).toBe(
    'The callback has been used by another call, whose outcome counts.',
  )
  const record = { ...(pending.get(state) ?? expect.fail()), expiresAt: clock.now() }
  const late = { put: () => {}, get: () => record, take: () => record }
  expect(await messageOf(client.completeLogin(url, { pending: late }))).toBe(
    'The login was begun longer ago than its ttl allows. Begin another login.',
  )
})

test('K18 a store that forgets what has expired: the message names that among the reasons', async () => {
  const { state } = await client.beginLogin({ pending, ttl: 1000 })
  clock.advance(1000)
  const error = await failure(client.completeLogin(callback({ state, code }), { pending }), [code, state])
  expect(error).toMatchObject({
    code: 'state_unknown',
    message: expect.stringMatching(/used or has expired\. Begin another login\.$/),
  })
})

test('K21 a store that gives back text, not the record, is told', async () => {
  const texts = new Map<string, string>()
  const store = {
    put: (state: string, record: object) => void texts.set(state, JSON.stringify(record)),
    get: (state: string) => texts.get(state) as never,
    take: (state: string) => texts.get(state) as never,
  }
  const { state } = await client.beginLogin({ pending: store })
  const error = await failure(client.completeLogin(callback({ state, code }), { pending: store }), [
    code,
    state,
  ])
  expect(error).toMatchObject({
    code: 'state_unknown',
    message:
      'The store of pending logins gave back no record with a codeVerifier and scopes. It must give back what put was given.',
  })
  expect(sent).toHaveLength(0)
})

test('K9 C26 an error that names its server is told as that server’s', async () => {
  ;({ client } = clientAnswered([], { clock, redirectUri, issuer }))
  const { state } = await client.beginLogin({ pending })
  const work = client.completeLogin(callback({ state, error: 'access_denied', iss: issuer }), { pending })
  expect(await failure(work)).toMatchObject({ name: 'ServerError', code: 'access_denied' })
})

test('C25 a login that was begun with another issuer is another client’s', async () => {
  const other = clientAnswered([], { clock, redirectUri, issuer }).client
  const { state } = await client.beginLogin({ pending })
  const work = other.completeLogin(callback({ state, code, iss: issuer }), { pending })
  const error = await failure(work, [code, state])
  expect(sent).toHaveLength(0)
  expect(pending.get(state)).toBeDefined()
  expect(error.code).toBe('login_of_other_client')
})

test.each<[string, Answering, Record<string, string>]>([
  ['begun and come back with an error', json(tokenAnswer), { error: 'access_denied' }],
  [
    'come back with a code that the server refuses',
    json({ error: 'invalid_grant' }, { status: 400 }),
    { code },
  ],
  ['come back with a code whose answer is lost', () => Promise.reject(new TypeError('lost')), { code }],
  ['come back with a code for half a token', json({ ...tokenAnswer, token_type: undefined }), { code }],
])('K20 a half-finished login is no session: %s', async (_what, answering, given) => {
  ;({ client, sent } = clientAnswered([answering], { clock, redirectUri }))
  const { state } = await client.beginLogin({ pending })
  // Nothing that waits for the callback is, or can be taken for, a token.
  const waiting = pending.get(state)
  expect(() => OAuthToken.deserialize(JSON.stringify(waiting))).toThrow(TokenFormatError)
  await failure(client.refreshOAuthToken(waiting as never))
  await failure(client.expireToken(waiting as never))
  expect(sent).toHaveLength(0)
  await failure(client.completeLogin(callback({ state, ...given }), { pending }), [state])
  const requests = sent.length
  expect(pending.get(state)).toBeUndefined()
  expect(await failure(client.completeLogin(callback({ state, code }), { pending }))).toMatchObject({
    code: 'state_unknown',
  })
  expect(sent).toHaveLength(requests)
})

test('A21 C17 an error that echoes a state which looks like a word shows none', async () => {
  ;({ client } = clientAnswered([], { clock, redirectUri, random: (bytes) => new Uint8Array(bytes) }))
  const { state } = await client.beginLogin({ pending })
  const given = { state, error: 'access_denied', error_description: `no ${state}` }
  const error = await failure(client.completeLogin(callback(given), { pending }), [state])
  expect(error).toMatchObject({ code: 'access_denied', description: 'no [hidden]' })
})

test('K11 a callback of more than 16 KiB is refused, whatever makes it long', async () => {
  const { state } = await client.beginLogin({ pending })
  const url = (length: number) => callback({ state, code, x: '' }).padEnd(length, 'x')
  const error = await failure(client.completeLogin(url(16 * 1024 + 1), { pending }), [state, code])
  expect(error.code).toBe('malformed')
  expect(sent).toHaveLength(0)
  await client.completeLogin(url(16 * 1024), { pending })
})
