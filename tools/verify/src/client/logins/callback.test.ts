// What comes back to the redirect URI may be anyone's. Forged, it uses nothing up; true, it works once.
import { CallbackError } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rejection, safe } from '../secrets/safety.fixture.js'
import { fakeClientOf, loginThatCameBack } from './comes-back.fixture.js'

let login: FakeLogin

beforeAll(async () => {
  login = await FakeLogin.start()
})

afterAll(() => login.stop())

const otherState = 'dGhlIHN0YXRlIG9mIHNvbWUgb3RoZXIgbG9naW4sIDM'

/** Changes the callback's parameters: `undefined` takes one away, a list gives it several times. */
function changed(callback: string, parameters: Record<string, string | string[] | undefined>): string {
  const url = new URL(callback)
  for (const [name, value] of Object.entries(parameters)) {
    url.searchParams.delete(name)
    for (const each of [value ?? []].flat()) url.searchParams.append(name, each)
  }
  return url.href
}

const parameter = (callback: string, name: string): string => new URL(callback).searchParams.get(name) ?? ''

const forged: readonly [string, string, (callback: string) => string][] = [
  ['K1 no state', 'state_missing', (url) => changed(url, { state: undefined })],
  ['K1 C3 an empty state', 'state_missing', (url) => changed(url, { state: '' })],
  ['K2 the state of another login', 'state_unknown', (url) => changed(url, { state: otherState })],
  ['K2 a state of another length', 'state_unknown', (url) => changed(url, { state: 'x' })],
  [
    'K2 the state in upper case',
    'state_unknown',
    (url) => changed(url, { state: parameter(url, 'state').toUpperCase() }),
  ],
  [
    'K2 the state and one more',
    'state_unknown',
    (url) => changed(url, { state: `${parameter(url, 'state')}x` }),
  ],
  [
    'K2 C13 the state and a line break',
    'malformed',
    (url) => changed(url, { state: `${parameter(url, 'state')}\n` }),
  ],
  ['K3 C2 the state twice', 'parameter_repeated', (url) => `${url}&state=${parameter(url, 'state')}`],
  ['K3 C2 another state behind it', 'parameter_repeated', (url) => `${url}&state=${otherState}`],
  ['K3 C2 another state before it', 'parameter_repeated', (url) => url.replace('?', `?state=${otherState}&`)],
  ['K3 C2 an empty state beside it', 'parameter_repeated', (url) => `${url}&state=`],
  ['K4 C2 the code twice', 'parameter_repeated', (url) => `${url}&code=${parameter(url, 'code')}`],
  ['K4 C2 another code before it', 'parameter_repeated', (url) => url.replace('?', '?code=0&')],
  ['C2 the issuer twice', 'parameter_repeated', (url) => changed(url, { iss: [login.url, login.url] })],
  ['C2 an error twice', 'parameter_repeated', (url) => changed(url, { code: undefined, error: ['a', 'b'] })],
  [
    'K7 C26 an error without a state',
    'state_missing',
    (url) => changed(url, { code: undefined, state: undefined, error: 'access_denied' }),
  ],
  [
    'K7 C26 an error with a wrong state',
    'state_unknown',
    (url) => changed(url, { code: undefined, state: otherState, error: 'access_denied' }),
  ],
  ['K8 a code and an error', 'malformed', (url) => changed(url, { error: 'access_denied' })],
  ['neither of them', 'malformed', (url) => changed(url, { code: undefined })],
  [
    'K10 C13 a line break in the code',
    'malformed',
    (url) => changed(url, { code: `${parameter(url, 'code')}\r\nx: y` }),
  ],
  ['K10 C13 NUL in the code', 'malformed', (url) => changed(url, { code: `\0${parameter(url, 'code')}` })],
  ['K10 C13 an escape sequence in the code', 'malformed', (url) => changed(url, { code: '\u001b[2J' })],
  ['K10 C13 DEL in the code', 'malformed', (url) => changed(url, { code: 'a\u007f' })],
  ['C13 a code beyond ASCII', 'malformed', (url) => changed(url, { code: 'c\u00f6de' })],
  ['K11 a code of 1 MB', 'malformed', (url) => changed(url, { code: 'c'.repeat(1_000_000) })],
  ['K11 a code of 5 KB', 'malformed', (url) => changed(url, { code: 'c'.repeat(5_000) })],
  [
    'K16 C24 a token in the fragment',
    'token_in_url',
    (url) => `${url}#access_token=a1b2c3&token_type=bearer`,
  ],
  [
    'K16 C24 a token in the fragment alone',
    'token_in_url',
    (url) => changed(url, { code: undefined }).replace('?', '#access_token=a1b2c3&'),
  ],
  ['C24 a token in the query', 'token_in_url', (url) => changed(url, { access_token: 'a1b2c3' })],
  [
    'A34 C25 a code from another issuer',
    'issuer_mismatch',
    (url) => changed(url, { iss: 'https://login.example' }),
  ],
  [
    'A34 C25 an issuer that differs by a slash',
    'issuer_mismatch',
    (url) => changed(url, { iss: `${login.url}/` }),
  ],
  [
    'C26 an error from another issuer',
    'issuer_mismatch',
    (url) => changed(url, { code: undefined, error: 'access_denied', iss: 'https://login.example' }),
  ],
  ['no URL', 'malformed', () => 'http://[not a URL'],
]

test.each(forged)('%s is refused, makes no request and uses nothing up', async (_, code, forge) => {
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  const before = login.requests.all('exchange').length
  const error = safe(await rejection(client.completeLogin(forge(callback), { pending })), secrets)
  expect(error).toBeInstanceOf(CallbackError)
  expect(error).toMatchObject({ code, operation: 'authorize' })
  expect(login.requests.all('exchange')).toHaveLength(before)
  const token = await client.completeLogin(callback, { pending })
  expect(token.scopes).toEqual(['linodes:read_only'])
})

test('K9 C25 C26 a server that is declared to name itself is held to it', async () => {
  await using named = await FakeLogin.start({ iss: true })
  const client = fakeClientOf(named, { issuer: named.url })
  const { pending, callback, secrets } = await loginThatCameBack(named, client)
  const declined = { code: undefined, error: 'access_denied' }
  const forgeries: [string, string][] = [
    [changed(callback, { iss: undefined }), 'issuer_missing'],
    [changed(callback, { iss: 'https://login.example' }), 'issuer_mismatch'],
    [changed(callback, { iss: `${named.url}/` }), 'issuer_mismatch'],
    [changed(callback, { iss: named.url.toUpperCase() }), 'issuer_mismatch'],
    [changed(callback, { ...declined, iss: undefined }), 'issuer_missing'],
    [changed(callback, { ...declined, iss: 'https://login.example' }), 'issuer_mismatch'],
  ]
  for (const [forged, code] of forgeries) {
    const error = safe(await rejection(client.completeLogin(forged, { pending })), secrets)
    expect(error).toMatchObject({ name: 'CallbackError', code })
  }
  expect(named.requests.all('exchange')).toHaveLength(0)
  expect((await client.completeLogin(callback, { pending })).covers('linodes:read_only')).toBe(true)
})

test.each<[string, (callback: string) => string | URL]>([
  ['as a text', (url) => url],
  ['as a URL', (url) => new URL(url)],
  ['as path and query, as an HTTP server has it', (url) => url.slice(new URL(url).origin.length)],
  ['with the right issuer', (url) => changed(url, { iss: login.url })],
  ['C8 with parameters that nobody asked for', (url) => `${url}&return=x&session_state=1&session_state=2`],
  ['with a fragment of the app', (url) => `${url}#part`],
])('a true callback %s works', async (_, given) => {
  const { client, pending, callback } = await loginThatCameBack(login)
  const token = await client.completeLogin(given(callback), { pending })
  expect(token.covers('linodes:read_only')).toBe(true)
})
