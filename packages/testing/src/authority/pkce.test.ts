import { expect, test } from 'vitest'
import { checkVerifier } from './pkce.js'

const challengeOf = (verifier: string): string => `S256(${verifier})`

test.each([
  [undefined, undefined, 'accepted'],
  ['S256(v)', 'v', 'accepted'],
  [undefined, 'v', 'refused'],
  ['S256(v)', undefined, 'refused'],
  ['S256(v)', 'w', 'refused'],
])('S3 challenge %s with verifier %s is %s', (challenge, verifier, verdict) => {
  const check = (): void => checkVerifier(challenge, verifier, challengeOf)
  if (verdict === 'accepted') expect(check).not.toThrow()
  else expect(check).toThrow(expect.objectContaining({ error: 'invalid_grant' }))
})
