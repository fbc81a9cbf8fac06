/** What a token has, asked of the API. */
import { apiUrl } from '../generated/endpoints.js'
import { readScopeHeaders } from './scope-headers.js'

/** For `scopesOfToken`. */
export interface ScopesOfTokenOptions {
  /** An operation that any token may call; `GET /profile` unless told otherwise. */
  readonly url?: string | URL | undefined
  /** Aborted when the caller no longer wants the answer. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks the API what a token has: the answer's `X-OAuth-Scopes`.
 *
 * @param fetch - one that sends the token: `(input, init) => fetch(input, { ...init, headers: { authorization } })`
 * @returns the scopes in canonical form; `undefined` where the API doesn't know the token, or doesn't say
 */
export async function scopesOfToken(
  fetch: typeof globalThis.fetch,
  { url = `${apiUrl}/v4/profile`, signal }: ScopesOfTokenOptions = {},
): Promise<readonly string[] | undefined> {
  // A redirect would carry the token to where nobody sent it.
  const response = await fetch(url, { redirect: 'manual', ...(signal && { signal }) })
  await response.body?.cancel()
  return readScopeHeaders(response.headers).granted
}
