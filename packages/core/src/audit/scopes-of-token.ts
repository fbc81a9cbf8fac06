/** What a token has, asked of the API. */

import { aFunction, checked, given, optional } from '../arguments/arguments.js'
import { apiUrl } from '../generated/endpoints.js'
import { abortSignal } from '../transport/abort.js'
import { type ApiWords, linodeApi } from './api-words.js'
import { readHeaders } from './scope-headers.js'

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
 * @example
 * ```ts
 * const headers = { authorization: `Bearer ${token.accessToken}` }
 * await scopesOfToken((input, init) => fetch(input, { ...init, headers })) // ['linodes:read_only']
 * ```
 * @param fetch - one that sends the token: `(input, init) => fetch(input, { ...init, headers: { authorization } })`
 * @throws ConfigurationError for what can't be used, such as a token in place of `fetch`; what `fetch` throws.
 * @returns the scopes in canonical form; `undefined` where the API doesn't know the token, or doesn't say
 */
export async function scopesOfToken(
  fetch: typeof globalThis.fetch,
  options: ScopesOfTokenOptions = {},
): Promise<readonly string[] | undefined> {
  return askedOf(linodeApi, fetch, options)
}

/** The same of any API at Linode's address. */
export async function askedOf(
  api: ApiWords,
  fetch: typeof globalThis.fetch,
  options: ScopesOfTokenOptions = {},
): Promise<readonly string[] | undefined> {
  const send = checked(
    'fetch',
    fetch,
    aFunction<typeof fetch>('a function that sends the token, as fetch does'),
  )
  const { url = `${apiUrl}${api.basePath}/profile`, signal } = given(options, ['url', 'signal'])
  optional('signal', signal, abortSignal)
  // A redirect would carry the token to where nobody sent it.
  const init: RequestInit = { redirect: 'manual', ...(signal && { signal }) }
  const response = await send(url, given(init))
  await response.body?.cancel()
  return readHeaders(api, response.headers).granted
}
