// The server's name in a callback, and callbacks that come to nothing.
import { beforeEach, expect, test } from 'vitest'
import {
  type Answering,
  clientAnswered,
  json,
  type Sent,
  stoppedClock,
  tokenAnswer,
} from './client.fixture.js'
import type { LinodeLoginClient } from './client.js'
import { CallbackError, TokenFormatError } from './errors.js'
import { OAuthToken } from './oauth-token.js'
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

function callback(parameters: Record<string, string>): string {
  return `${redirectUri}?${new URLSearchParams(parameters)}`
}

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
