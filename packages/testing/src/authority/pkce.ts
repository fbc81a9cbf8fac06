/** Proof Key for Code Exchange: whether a verifier fits its challenge. */
import { Refusal } from './refusal.js'

/**
 * What the authorization request and the exchange can say of PKCE, and why the exchange is refused, if it is.
 */
const verdicts = {
  'no challenge, no verifier': undefined,
  'no challenge, a verifier':
    'the authorization request had no code_challenge, so a code_verifier proves nothing',
  'a challenge, no verifier': 'the authorization request had a code_challenge: code_verifier is missing',
  'a challenge, its verifier': undefined,
  'a challenge, a wrong verifier': 'code_verifier does not fit the code_challenge',
} as const

/**
 * Proof that who brings the code began the login (RFC 7636 §4.6; RFC 9700 §2.1.1 and
 * §4.8.2 for what is left out).
 *
 * @param challengeOf - the S256 challenge of a verifier: its SHA-256 in base64url
 */
export function checkVerifier(
  challenge: string | undefined,
  verifier: string | undefined,
  challengeOf: (verifier: string) => string,
): void {
  const why = verdicts[situation(challenge, verifier, challengeOf)]
  if (why !== undefined) throw new Refusal('invalid_grant', why)
}

function situation(
  challenge: string | undefined,
  verifier: string | undefined,
  challengeOf: (verifier: string) => string,
): keyof typeof verdicts {
  if (challenge === undefined)
    return verifier === undefined ? 'no challenge, no verifier' : 'no challenge, a verifier'
  if (verifier === undefined) return 'a challenge, no verifier'
  return challengeOf(verifier) === challenge ? 'a challenge, its verifier' : 'a challenge, a wrong verifier'
}
