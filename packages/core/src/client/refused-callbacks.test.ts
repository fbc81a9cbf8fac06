// Callbacks that are refused, and whether they use their login up.
import { beforeEach, expect, test } from 'vitest'
import { CallbackError, type LinodeLoginError, ServerError } from '../errors/errors.js'
import { failure } from '../errors/safe.fixture.js'
import { boundTo, MemoryPendingLogins, type PendingLogin } from '../login/pending-logins.js'
import {
  accessToken,
  callback,
  clientAnswered,
  code,
  freshClient,
  json,
  refreshToken,
  secrets,
  stoppedClock,
} from './client.fixture.js'
import type { LinodeLoginClient } from './client.js'

let { clock, pending, client, sent } = freshClient()
beforeEach(() => {
  ;({ clock, pending, client, sent } = freshClient())
})

/** A callback that must be refused before any token request, after which the login still works. */
async function refusedButNotUsedUp(
  make: (state: string) => string,
  from: LinodeLoginClient = client,
): Promise<LinodeLoginError> {
  const { state } = await client.beginLogin({ pending })
  const error = await failure(from.completeLogin(make(state), { pending }), [...secrets, code, state])
  expect(sent).toHaveLength(0)
  await client.completeLogin(callback({ state, code }), { pending })
  expect(sent).toHaveLength(1)
  return error
}

test('C7 C20 K5 a replayed callback makes no token request', async () => {
  const { state } = await client.beginLogin({ pending })
  const url = callback({ state, code })
  await client.completeLogin(url, { pending })
  const error = await failure(client.completeLogin(url, { pending }), [code, state])
  expect(error).toMatchObject({ name: 'CallbackError', code: 'state_unknown', operation: 'authorize' })
  expect(sent).toHaveLength(1)
})

test('C7 C20 of two callbacks at once one makes a token request', async () => {
  const { state } = await client.beginLogin({ pending })
  const url = callback({ state, code })
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => client.completeLogin(url, { pending })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))).toEqual(
    ['already_used', 'already_used'],
  )
  expect(sent).toHaveLength(1)
})

test('C7 C20 a code is used at most once, even if the exchange fails', async () => {
  ;({ client, sent } = clientAnswered([json({ error: 'invalid_grant' }, { status: 400 })]))
  const { state } = await client.beginLogin({ pending })
  const url = callback({ state, code })
  expect(await failure(client.completeLogin(url, { pending }))).toMatchObject({ code: 'invalid_grant' })
  expect(await failure(client.completeLogin(url, { pending }))).toMatchObject({ code: 'state_unknown' })
  expect(sent).toHaveLength(1)
})

test.each<[string, string, (state: string) => string]>([
  ['K1', 'state_missing', () => callback({ code })],
  ['K1 C26 K7', 'state_missing', () => callback({ error: 'access_denied' })],
  ['K1', 'state_missing', () => callback({ code, state: '' })],
  ['K2', 'state_unknown', () => callback({ code, state: 'x'.repeat(43) })],
  ['K2', 'state_unknown', (state) => callback({ code, state: `${state}x` })],
  ['K2', 'state_unknown', () => callback({ code, state: '__proto__' })],
  ['K2 C26 K7', 'state_unknown', () => callback({ error: 'access_denied', state: 'x'.repeat(43) })],
  ['K3 C2', 'parameter_repeated', (state) => `${callback({ code, state })}&state=${state}`],
  ['K3 C2', 'parameter_repeated', (state) => `${callback({ code, state })}&state=x`],
  ['K3 C2', 'parameter_repeated', (state) => `${callback({ code, state })}&%73tate=x`],
  ['K4 C2', 'parameter_repeated', (state) => `${callback({ code, state })}&code=x`],
  ['C2', 'parameter_repeated', (state) => `${callback({ code, state })}&iss=a&iss=a`],
  ['C2', 'parameter_repeated', (state) => `${callback({ state })}&error=a&error=b`],
  ['K8', 'malformed', (state) => callback({ code, state, error: 'access_denied' })],
  ['neither code nor error', 'malformed', (state) => callback({ state })],
  ['C3', 'malformed', (state) => callback({ state, code: '' })],
  ['K10 C13', 'malformed', (state) => callback({ state, code: `${code}\r\n` })],
  ['K10 C13', 'malformed', (state) => callback({ state, code: `${code}\u0000` })],
  ['K10 C13', 'malformed', (state) => callback({ state, code: `${code}é` })],
  ['C13', 'malformed', (state) => callback({ code, state: `${state}\n` })],
  ['K11', 'malformed', (state) => callback({ state, code: 'c'.repeat(1024 * 1024) })],
  ['K11', 'malformed', (state) => callback({ state, code: 'c'.repeat(5000) })],
  ['C26 a wrong iss', 'issuer_mismatch', (state) => callback({ state, code, iss: 'https://evil.example' })],
  [
    'C26 a wrong iss',
    'issuer_mismatch',
    (state) => callback({ state, error: 'access_denied', iss: 'https://login.linode.com.evil.example' }),
  ],
  [
    'C26 a wrong iss',
    'issuer_mismatch',
    (state) => callback({ state, code, iss: 'https://login.linode.com/' }),
  ],
  ['C24', 'token_in_url', (state) => callback({ state, access_token: accessToken })],
  [
    'C24',
    'token_in_url',
    (state) => `${callback({ state, code })}#access_token=${accessToken}&token_type=bearer`,
  ],
  ['C24 K16', 'token_in_url', (state) => `${callback({ state, code })}#/route?access_token=${accessToken}`],
  ['C24 K16', 'token_in_url', (state) => callback({ state, code, id_token: accessToken })],
  ['C24 K16', 'token_in_url', (state) => `${callback({ state, code })}#refresh_token=${refreshToken}`],
  ['no URL', 'malformed', () => 'http://['],
])('%s: refused as %s, without a token request, and the login still works', async (_ids, expected, make) => {
  const error = await refusedButNotUsedUp(make)
  expect(error).toBeInstanceOf(CallbackError)
  expect(error.code).toBe(expected)
})

test('K18 a login that was begun too long ago is refused, by the client’s clock too', async () => {
  const { state } = await client.beginLogin({ pending, ttl: 60_000 })
  const forgetful = new MemoryPendingLogins({ clock: stoppedClock() })
  const login = pending.get(state)
  forgetful.put(state, login ?? expect.fail(), 1_000_000)
  clock.advance(59_999)
  expect(pending.get(state)).toBeDefined()
  clock.advance(1)
  const url = callback({ state, code })
  expect(await failure(client.completeLogin(url, { pending }))).toMatchObject({ code: 'state_unknown' })
  expect(await failure(client.completeLogin(url, { pending: forgetful }))).toMatchObject({
    code: 'login_expired',
  })
  expect(sent).toHaveLength(0)
})

test.each([
  ['of another id', { clientId: 'other' }],
  ['of another login server', { baseUrl: 'https://login.example' }],
])('a login that a client %s began is refused', async (_whose, options) => {
  const other = clientAnswered([], { clock, ...options }).client
  const error = await refusedButNotUsedUp((state) => callback({ state, code }), other)
  expect(error.code).toBe('login_of_other_client')
})

test.each<[string, Partial<Record<keyof PendingLogin, unknown>>]>([
  ['a verifier', { codeVerifier: undefined }],
  ['a good verifier', { codeVerifier: 'short' }],
  ['a time', { expiresAt: undefined }],
  ['an issuer', { issuer: undefined }],
  ['its scopes', { scopes: undefined }],
])('K21 a stored login without %s is refused', async (_what, damage) => {
  const { state } = await client.beginLogin({ pending })
  pending.put(state, Object.assign({}, pending.get(state), damage), 60_000)
  expect(await failure(client.completeLogin(callback({ state, code }), { pending }))).toBeInstanceOf(
    CallbackError,
  )
  expect(sent).toHaveLength(0)
})

test('a store is never asked for what is no state of ours', async () => {
  const asked: string[] = []
  const store = { put: () => {}, take: () => undefined, get: (state: string) => void asked.push(state) }
  for (const state of ['x', '../../etc/passwd', 'x'.repeat(44), "' OR 1=1 --"]) {
    await failure(client.completeLogin(callback({ state, code }), { pending: store }))
  }
  expect(asked).toEqual([])
})

test('C26 C20 an error with the right state is told, and ends its login', async () => {
  const { state } = await client.beginLogin({ pending })
  const url = callback({ state, error: 'access_denied', error_description: 'The user said no.' })
  const error = await failure(client.completeLogin(url, { pending }))
  expect(error).toBeInstanceOf(ServerError)
  expect(error).toMatchObject({
    code: 'access_denied',
    operation: 'authorize',
    status: undefined,
    error: 'access_denied',
    description: 'The user said no.',
  })
  const late = callback({ state, code })
  expect(await failure(client.completeLogin(late, { pending }))).toMatchObject({ code: 'state_unknown' })
  expect(sent).toHaveLength(0)
})

test('K12 C14 an error’s words are cleaned and capped, its markup is left for the page to escape', async () => {
  const { state } = await client.beginLogin({ pending })
  const description = `<script>alert(1)</script>\u001b[2J\r\nok ${state} ${'x '.repeat(1000)}`
  const url = callback({ state, error: 'odd<b>', error_description: description })
  const error = await failure(client.completeLogin(url, { pending }), [state])
  expect(error).toMatchObject({ code: 'rejected', error: 'odd<b>' })
  expect(ServerError.is(error) && error.description).toMatch(
    /^<script>alert\(1\)<\/script> \[2J ok \[hidden\] x x /,
  )
  expect(ServerError.is(error) && error.description?.length).toBeLessThanOrEqual(300)
})

test('C20 K2 a login bound to another browser is unknown, and stays with its own', async () => {
  const mine = boundTo(pending, 'browser-1')
  const { state } = await client.beginLogin({ pending: mine })
  const url = callback({ state, code })
  for (const browser of ['browser-2', '', undefined]) {
    const theirs = boundTo(pending, browser)
    const error = await failure(client.completeLogin(url, { pending: theirs }))
    expect(error).toMatchObject({ name: 'CallbackError', code: 'state_unknown' })
  }
  expect((await client.completeLogin(url, { pending: mine })).accessToken).toBe(accessToken)
})

test('C19 no login is begun for a browser without an id', async () => {
  const error = await failure(client.beginLogin({ pending: boundTo(pending, undefined) }))
  expect(error).toMatchObject({ name: 'ConfigurationError', option: 'browserId' })
})
