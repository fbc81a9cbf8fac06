// A token as a store keeps it.
import { expect, test } from 'vitest'
import { accessToken, refreshToken } from '../client/client.fixture.js'
import { TokenFormatError } from '../errors/errors.js'
import { shownOf } from '../errors/safe.fixture.js'
import { OAuthToken } from './oauth-token.js'

const fields = {
  accessToken,
  refreshToken,
  scopes: ['linodes:*', 'domains:read_only'],
  unrequestedScopes: ['linodes:*'],
  ungrantedScopes: ['vpc:*'],
  expiresAt: 1_800_000_000_000,
}

test.each([
  ['whole', fields],
  ['of a public client', { accessToken, scopes: ['linodes:*'] }],
  ['without scopes', { accessToken, scopes: [] }],
])('a token %s is the same after it was stored', (_what, parts) => {
  const stored = new OAuthToken(parts)
  expect(OAuthToken.deserialize(stored.serialize()).equals(stored)).toBe(true)
})

test.each([
  ['', 'malformed'],
  ['null', 'malformed'],
  ['{}', 'malformed'],
  ['{"version":1}', 'malformed'],
  ['{"version":2,"new":"form"}', 'unsupported_version'],
  ['{"version":"1","access_token":"acce55","scope":""}', 'malformed'],
  ['{"version":1,"access_token":"acce55","access_token":"acce55","scope":""}', 'malformed'],
  ['{"version":1,"access_token":"acce55\\n","scope":""}', 'malformed'],
  ['{"version":1,"access_token":"acce55","refresh_token":{},"scope":""}', 'malformed'],
  ['{"version":1,"access_token":"acce55","scope":7}', 'malformed'],
  ['{"version":1,"access_token":"acce55","scope":"","expires_at":-1}', 'malformed'],
  ['{"version":1,"access_token":"acce55","scope":"","expires_at":1e17}', 'malformed'],
  ['{"version":1,"access_token":"acce55","scope":""', 'malformed'],
])('C17 %j is no stored token, and none of it is quoted', (text, code) => {
  const error = (() => {
    try {
      return OAuthToken.deserialize(text)
    } catch (thrown) {
      return thrown
    }
  })()
  expect(TokenFormatError.is(error) && error.code).toBe(code)
  expect(shownOf(error)).not.toContain('acce55')
})

test('C17 a stored text without end, or none at all, is no token', () => {
  const longest = new OAuthToken({
    accessToken: 'a'.repeat(8192),
    refreshToken: 'b'.repeat(8192),
    scopes: ['c'.repeat(64 * 1024)],
    unrequestedScopes: ['c'.repeat(64 * 1024)],
    ungrantedScopes: ['c'.repeat(64 * 1024)],
  })
  expect(OAuthToken.deserialize(longest.serialize()).equals(longest)).toBe(true)
  const endless = `{"version":1,"access_token":"acce55","scope":"${'a '.repeat(8 * 1024 * 1024)}"}`
  for (const text of [endless, `[${'[],'.repeat(100_000)}[]]`, undefined, null, 5, {}, Buffer.from('{}')]) {
    expect(() => Reflect.apply(OAuthToken.deserialize, OAuthToken, [text])).toThrow(TokenFormatError)
  }
})
