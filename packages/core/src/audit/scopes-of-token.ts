/** What a token has, asked of the API. */
import { aFunction, checked, given, optional } from '../arguments/arguments.js'
import { InvalidResponseError, NetworkError, ServerError } from '../errors/errors.js'
import { cleanText } from '../errors/redact.js'
import { abortSignal } from '../transport/abort.js'
import { DEFAULT_TIMEOUT, startDeadline, timerMilliseconds } from '../transport/deadline.js'
import { readApiUrl } from './api-url.js'
import { type ApiWords, linodeApi } from './api-words.js'
import { refusalReason } from './refusal-reason.js'
import { readHeaders } from './scope-headers.js'

/** For `scopesOfToken`. */
export interface ScopesOfTokenOptions {
  /** The API's address; `https://api.linode.com` unless told otherwise. */
  readonly apiUrl?: string | URL | undefined
  /** Milliseconds for the whole call; 30,000 unless told otherwise. */
  readonly timeout?: number | undefined
  /** Aborted when the caller no longer wants the answer. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks the API what a token has: the `X-OAuth-Scopes` with which it answers `GET /profile`, which any token may
 * call.
 *
 * @example
 * ```ts
 * await scopesOfToken(bearerFetch(token)) // ['linodes:read_write']
 * ```
 * @param fetch - one that sends the token: `bearerFetch(token)`
 * @throws ConfigurationError for what can't be used, such as a token in place of `fetch`; ServerError where
 * the API gave another refusal than that of a token it doesn't know, such as `unavailable`, `rate_limited`
 * or `rejected`; InvalidResponseError for a redirect; NetworkError for no answer in time; what `fetch`
 * throws, and the signal's reason.
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
  words: ApiWords,
  fetch: typeof globalThis.fetch,
  options: ScopesOfTokenOptions = {},
): Promise<readonly string[] | undefined> {
  const send = checked(
    'fetch',
    fetch,
    aFunction<typeof fetch>('a function that sends the token, such as bearerFetch(token)'),
  )
  const own = given(options, ['apiUrl', 'timeout', 'signal'])
  const api = readApiUrl(own.apiUrl, words)
  const timeout = optional('timeout', own.timeout, timerMilliseconds) ?? DEFAULT_TIMEOUT
  const signal = optional('signal', own.signal, abortSignal)
  if (signal?.aborted) throw signal.reason
  const url = `${api.slice(0, -1)}${words.basePath}/profile`
  const deadline = startDeadline(timeout, signal)
  try {
    // A redirect would carry the token to where nobody sent it.
    const init: RequestInit = { redirect: 'manual', signal: deadline.signal }
    const request = send(url, given(init))
    return await deadline.race(request.then((response) => scopesIn(words, response, timeout)))
  } catch (cause) {
    if (deadline.passed !== 'timeout') throw cause
    const message = `The API at ${new URL(url).origin} did not answer within ${timeout} ms.`
    throw new NetworkError({ code: 'timeout', operation: 'call-api', sent: 'maybe', message })
  } finally {
    deadline.end()
  }
}

async function scopesIn(
  words: ApiWords,
  response: Response,
  timeout: number,
): Promise<readonly string[] | undefined> {
  const { status, ok, headers } = response
  const reason = ok ? '' : await refusalReason(words, response, timeout)
  response.body?.cancel().catch(() => undefined)
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const message = 'The API answered with a redirect, which is not followed.'
    throw new InvalidResponseError({ code: 'redirected', operation: 'call-api', status, message })
  }
  const { granted } = readHeaders(words, headers)
  const isUnknown =
    status === words.refusals.invalidToken.status &&
    (reason === words.refusals.invalidToken.reason || headers.has(words.headers.granted))
  // What refuses a call for another reason may still say what the token has.
  if (ok || isUnknown || granted !== undefined) return granted
  const said = cleanText(reason)
  throw new ServerError({
    code: status >= 500 ? 'unavailable' : status === 429 ? 'rate_limited' : 'rejected',
    operation: 'call-api',
    status,
    reasons: said === '' ? [] : [said],
    message: `The API was asked what the token has, and answered with ${status}${said && `: "${said}"`}.`,
  })
}
