// The challenge of a code verifier.
import { expect, test } from 'vitest'
import { ConfigurationError } from '../errors/errors.js'
import { codeChallengeOf, createSecret } from './pkce.js'

test('C22 the challenge is the S256 of the verifier, as in RFC 7636 appendix B', async () => {
  const challenge = await codeChallengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')
  expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
})

test('C22 a secret is 256 bits in 43 characters of base64url', () => {
  expect(createSecret((bytes) => new Uint8Array(bytes).fill(255))).toBe(`${'_'.repeat(42)}8`)
  expect(createSecret((bytes) => crypto.getRandomValues(new Uint8Array(bytes)))).toMatch(/^[\w-]{43}$/)
})

test('C22 a source that gives fewer random bytes than asked for is refused', () => {
  expect(() => createSecret(() => new Uint8Array(8))).toThrow(ConfigurationError)
})
