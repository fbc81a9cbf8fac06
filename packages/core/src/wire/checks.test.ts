// The rules for single values.
import { expect, test } from 'vitest'
import { absoluteUri, codeChallenge, codeVerifier, oneOf, oneOfIgnoringCase, scopeText } from './checks.js'

test.each([
  'https://app.example/callback',
  'https://app.example/callback?a=b&c',
  'http://localhost:3000',
  'com.example.app:/callback',
  'https://app.example/%0a?x=%23',
])('C9 %s is a redirect URI, kept as it is', (uri) => {
  expect(absoluteUri.read(uri)).toBe(uri)
})

test.each([
  '/callback',
  'app.example',
  'https://app.example/#x',
  'https://app.example/#',
  'https://app.example/a b',
  'https://app.example/\n',
  'https://äpp.example',
  'https://',
  `https://app.example/${'x'.repeat(5000)}`,
  undefined,
])('%s is no redirect URI', (uri) => {
  expect(absoluteUri.read(uri)).toBeUndefined()
})

test('C22 a verifier has 43 to 128 characters', () => {
  expect(codeVerifier.read('a'.repeat(42))).toBeUndefined()
  expect(codeVerifier.read('aZ0-._~'.repeat(7))).toBe('aZ0-._~'.repeat(7))
  expect(codeVerifier.read('a'.repeat(129))).toBeUndefined()
  expect(codeVerifier.read(`${'a'.repeat(43)}\n`)).toBeUndefined()
})

test('C22 a challenge has 43 characters of base64url', () => {
  expect(codeChallenge.read('a_-'.repeat(14))).toBeUndefined()
  expect(codeChallenge.read(`${'a_-'.repeat(14)}b`)).toBe(`${'a_-'.repeat(14)}b`)
})

test('C10 a type is compared without case where it may be, and comes out in lower case', () => {
  expect(oneOfIgnoringCase('bearer').read('BeArEr')).toBe('bearer')
  expect(oneOf('code', 'token').read('Code')).toBeUndefined()
})

test.each(['a "b"', 'a\\b', 'a\nb', 'é', 5, null, ['a'], 'x'.repeat(65 * 1024)])(
  '%j is no text of scopes',
  (value) => {
    expect(scopeText.read(value)).toBeUndefined()
  },
)
