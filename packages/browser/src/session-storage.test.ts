import { inspect } from 'node:util'
import type { PendingLogin } from '@linode-login/core'
import { ConfigurationError } from '@linode-login/core'
import { expect, test } from 'vitest'
import { mapStorage } from './page.fixture.js'
import { SessionStoragePendingLogins } from './session-storage.js'

const TTL = 600_000

function login(begunAt: number): PendingLogin {
  return {
    issuer: 'https://login.linode.com',
    clientId: '0123456789abcdef0123',
    redirectUri: 'https://app.example/callback',
    codeVerifier: 'v'.repeat(43),
    scopes: ['linodes:read_only'],
    ungrantedScopes: ['domains:*'],
    expiresAt: begunAt + TTL,
  }
}

test('a login is got as often as one likes and taken once', () => {
  const pending = new SessionStoragePendingLogins(mapStorage())
  pending.put('a', login(0), TTL)
  pending.put('b', { ...login(1), redirectUri: undefined }, TTL)
  expect(pending.get('a')).toEqual(login(0))
  expect(pending.get('a')).toEqual(login(0))
  expect(pending.take('a')).toEqual(login(0))
  expect(pending.take('a')).toBeUndefined()
  expect(pending.get('b')).toMatchObject({ redirectUri: undefined, expiresAt: 1 + TTL })
})

test('K18 an expired login is still there to be told from an unknown one, until the next begins', () => {
  const pending = new SessionStoragePendingLogins(mapStorage())
  pending.put('old', login(0), TTL)
  expect(pending.get('old')).toBeDefined()
  pending.put('new', login(TTL), TTL)
  expect(pending.get('old')).toBeUndefined()
  expect(pending.get('new')).toBeDefined()
})

test('K15 of a hundred logins begun and left, the last twenty are kept', () => {
  const storage = mapStorage()
  storage.setItem('theme', 'dark')
  const pending = new SessionStoragePendingLogins(storage)
  for (let n = 0; n < 100; n += 1) pending.put(`state-${n}`, login(n), TTL)
  expect(storage.length).toBe(21)
  expect(pending.get('state-79')).toBeUndefined()
  expect(pending.get('state-80')).toBeDefined()
  expect(pending.get('state-99')).toBeDefined()
  expect(storage.getItem('theme')).toBe('dark')
})

test.each([
  ['no JSON', '{'],
  ['no object', '[]'],
  ['a field missing', JSON.stringify({ ...login(0), clientId: undefined })],
  ['no code verifier', JSON.stringify({ ...login(0), codeVerifier: 'short' })],
  ['scopes that are no list', JSON.stringify({ ...login(0), scopes: 'linodes:*' })],
  ['a scope that is no text', JSON.stringify({ ...login(0), scopes: [1] })],
  ['a moment that is no number', JSON.stringify({ ...login(0), expiresAt: '9e99' })],
  ['a field twice', JSON.stringify(login(0)).replace('{', '{"clientId":"other",')],
])('K21 what another script wrote is no login: %s', (_, text) => {
  const storage = mapStorage()
  const pending = new SessionStoragePendingLogins(storage)
  pending.put('a', login(0), TTL)
  storage.setItem(storage.key(0) ?? '', text)
  expect(pending.get('a')).toBeUndefined()
  expect(pending.take('a')).toBeUndefined()
  expect(storage.length).toBe(0)
})

test.each([[null], [5], [{ getItem: () => null }], [new Map()]])(
  'D10 a storage that is none is told: %j',
  (none) => {
    expect(() => Reflect.construct(SessionStoragePendingLogins, [none])).toThrow(
      'storage: expected one with key, getItem, setItem and removeItem, as sessionStorage is',
    )
  },
)

test('D10 a full storage is a typed error', () => {
  const pending = new SessionStoragePendingLogins(mapStorage(0))
  expect(() => pending.put('a', login(0), TTL)).toThrow(ConfigurationError)
})

test('D10 C17 whose cause shows neither the state nor the verifier that it quotes', () => {
  const state = 'S'.repeat(43)
  const record = login(0)
  const setItem = (key: string, value: string): never => {
    throw new DOMException(`Setting '${key}' to '${value}' exceeded the quota. ${record.codeVerifier}`)
  }
  const pending = new SessionStoragePendingLogins({ ...mapStorage(), setItem })
  const error = attemptOf(() => pending.put(state, record, TTL))
  expect(error).toMatchObject({ cause: { message: expect.stringContaining('exceeded the quota') } })
  const shown = inspect(error, { showHidden: true, depth: 9 })
  for (const secret of [state, record.codeVerifier]) expect(shown).not.toContain(secret)
})

function attemptOf(work: () => void): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
