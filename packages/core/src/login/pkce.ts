/** State, code verifier and challenge. */
import { ConfigurationError } from '../errors/errors.js'

/** What state and code verifier are made from: 256 bits each. */
const SECRET_BYTES = 32

/** A fresh state or code verifier: 43 characters of base64url (RFC 7636 §4.1, RFC 6749 §10.10). */
export function createSecret(random: (bytes: number) => Uint8Array): string {
  const bytes = random(SECRET_BYTES)
  if (bytes.length !== SECRET_BYTES) throw new ConfigurationError('random', 'as many bytes as were asked for')
  return base64url(bytes)
}

/**
 * The S256 challenge of a code verifier (RFC 7636 §4.2).
 *
 * @throws ConfigurationError in a page that wasn't loaded over https: browsers withhold the hash from it.
 */
export async function codeChallengeOf(verifier: string): Promise<string> {
  // The types promise `subtle`; browsers don't.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (subtle === undefined) {
    throw new ConfigurationError('crypto.subtle', 'a page loaded over https', { code: 'runtime_unsupported' })
  }
  return base64url(new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
