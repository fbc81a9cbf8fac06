/** A fetch that bears a token. */
import { aFunction, given, optional } from '../arguments/arguments.js'
import { ConfigurationError } from '../errors/errors.js'
import { isLoopback } from '../transport/base-url.js'
import { urlOf } from '../transport/url-of.js'
import type { OAuthToken } from './oauth-token.js'
import { accessTokenOf } from './revocation.js'

/**
 * A `fetch` for calls of the API that sends the token, in the header `Authorization: Bearer …`
 * (RFC 6750 §2.1). All other headers of a call go along, whether they come as an object, as
 * `Headers` or on a `Request`.
 *
 * The token goes where the app sends it and no further: no redirect is followed, so an answer that is one
 * comes back as it is, and plain http is for this machine only (RFC 6750 §5.3).
 *
 * @example
 * ```ts
 * const api = bearerFetch(token)
 * const headers = { 'X-Filter': '{"region":"us-east"}' }
 * const { status } = await api('https://api.linode.com/v4/linode/instances', { headers })
 * console.log(status) // 200
 * ```
 * @param token - an access token, or the whole token
 * @param fetch - what sends the calls; the runtime's own `fetch` unless told otherwise
 * @throws ConfigurationError for what is no token. A call rejects with one where its URL is neither https nor
 * one of this machine, and with what `fetch` throws.
 */
export function bearerFetch(
  token: string | OAuthToken,
  fetch?: typeof globalThis.fetch,
): typeof globalThis.fetch {
  const authorization = `Bearer ${accessTokenOf(token)}`
  const send = optional('fetch', fetch, aFunction<typeof globalThis.fetch>())
  return async (address, options) => {
    // A request in place of options says all behind getters, which no spread copies.
    const [input, init] = options instanceof Request ? [new Request(address, options)] : [address, options]
    refuseInsecure(urlOf(input))
    // As for any fetch: headers beside a request replace the request's own.
    const headers = new Headers(init?.headers ?? (isRequest(input) ? input.headers : undefined))
    headers.set('authorization', authorization)
    const asked = init?.redirect ?? (isRequest(input) ? input.redirect : undefined)
    const redirect: RequestRedirect = asked === 'error' ? 'error' : 'manual'
    // Looked up at each call, so that a test's stand-in for the global is used.
    return (send ?? globalThis.fetch)(input, given({ ...init, headers, redirect }))
  }
}

function isRequest(input: string | URL | Request): input is Request {
  return typeof input === 'object' && 'headers' in input
}

function refuseInsecure(address: string | undefined): void {
  if (address === undefined) {
    const expected = 'an absolute URL, such as https://api.linode.com/v4/profile'
    throw new ConfigurationError(
      'url',
      `${expected}; what came is none, and outside of a page a path alone leads nowhere`,
    )
  }
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return
  throw new ConfigurationError('url', 'an https URL; a token goes over plain http to this machine only')
}
