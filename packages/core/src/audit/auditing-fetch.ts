/** A fetch to api.linode.com that watches scopes. */
import { aFunction, checked, given, optional } from '../arguments/arguments.js'
import { attempt } from '../errors/attempt.js'
import { apiUrl } from '../generated/endpoints.js'
import * as linodeScopes from '../scopes/linode.js'
import type { Scopes } from '../scopes/scope-index.js'
import { InsufficientScopeError } from '../tokens/insufficient-scope-error.js'
import { timerMilliseconds } from '../transport/deadline.js'
import { urlOf } from '../transport/url-of.js'
import { readApiUrl } from './api-url.js'
import { type ApiWords, linodeApi } from './api-words.js'
import { refusalReason } from './refusal-reason.js'
import { ScopeAudit, type ScopeReport } from './scope-audit.js'
import { readHeaders, type ScopeHeaders } from './scope-headers.js'

/** A fetch that watches. */
export interface AuditingFetch {
  /**
   * Calls the wrapped fetch.
   *
   * @throws InsufficientScopeError for a call that was refused for its scopes, and what
   * the wrapped fetch throws.
   */
  (...args: Parameters<typeof fetch>): Promise<Response>
  /** What the calls so far needed, against what was asked for. */
  report(): ScopeReport
}

/**
 * Wraps a fetch that calls api.linode.com with a token. Answers pass through as they are, but for one: the
 * 401 that means missing scopes, not the 401 of a bad token, becomes an `InsufficientScopeError`. Calls to
 * other places are neither counted nor judged: nobody but the API says which scopes a user is asked for.
 *
 * @example
 * ```ts
 * const api = auditingFetch(bearerFetch(token), { asked: ['linodes:read_write'], operationOf })
 * await api('https://api.linode.com/v4/linode/instances')
 * console.log(api.report().summary) // asked for `linodes:read_write`; every call needed `linodes:read_only`
 * api.report().operations // [{ operation: 'GET /linode/instances', calls: 1, needed: ['linodes:read_only'] }]
 * ```
 * @param fetch - called with what the wrapper is called with; `bearerFetch(token)` sends a token
 * @param options - `asked`: what the app asks its users for; `apiUrl`: the API's address,
 * `https://api.linode.com` unless told otherwise; `timeout`: milliseconds that the body of a 401 is waited
 * for, to tell its meaning, 5,000 unless told otherwise; `operationOf`: that of `/operations`, for the report
 * to name the operations that were called
 * @throws ConfigurationError for an option that there isn't, or that can't be used;
 * ScopeError for what is no scope.
 */
export function auditingFetch(
  fetch: typeof globalThis.fetch,
  options: {
    readonly asked: Scopes
    readonly apiUrl?: string | URL | undefined
    readonly timeout?: number | undefined
    readonly operationOf?: ((call: string) => string | undefined) | undefined
  },
): AuditingFetch {
  return auditing(linodeApi, fetch, options)
}

/** The same for any API, in its words. */
export function auditing(
  words: ApiWords,
  fetch: typeof globalThis.fetch,
  options: Parameters<typeof auditingFetch>[1],
): AuditingFetch {
  const send = checked('fetch', fetch, aFunction<typeof fetch>())
  const own = given(options, ['asked', 'apiUrl', 'timeout', 'operationOf'])
  const audit = new ScopeAudit(own.asked)
  const api = readApiUrl(own.apiUrl, words)
  const timeout = optional('timeout', own.timeout, timerMilliseconds) ?? 5000
  const operationOf = optional(
    'operationOf',
    own.operationOf,
    aFunction<(call: string) => string | undefined>(),
  )
  const watched = async (...args: Parameters<typeof fetch>): Promise<Response> => {
    const response = await send(...args)
    const url = urlOf(args[0])
    // Where a redirect led elsewhere, it was not the API that answered.
    const isAnswered = !response.redirected || response.url.startsWith(api)
    if (!url?.startsWith(api) || !isAnswered) return response
    const headers = readHeaders(words, response.headers)
    // Named as a call of the API itself, whatever stands before it.
    const path = url.slice(api.length)
    const operation = attempt(() => operationOf?.(`${methodOf(...args)} ${apiUrl}/${path}`))
    audit.add(headers, operation)
    if (response.status === words.refusals.insufficientScope.status)
      await refuseMissingScopes(words, response, headers, timeout)
    return response
  }
  return Object.assign(watched, { report: () => audit.report() })
}

function methodOf(...[input, init]: Parameters<typeof fetch>): string {
  const method = init?.method ?? (typeof input === 'object' && 'method' in input ? input.method : 'GET')
  return method.toUpperCase()
}

/** The reason and the headers tell the two meanings of one status apart. A page may not see the headers. */
async function refuseMissingScopes(
  words: ApiWords,
  response: Response,
  { granted, needed = [] }: ScopeHeaders,
  timeout: number,
): Promise<void> {
  const missing = granted === undefined ? needed : linodeScopes.missing(granted, needed)
  const knownToLack = granted !== undefined && missing.length > 0
  const reason = await refusalReason(words, response, timeout)
  const { refusals } = words
  if (reason === refusals.invalidToken.reason) return
  if (!knownToLack && reason !== refusals.insufficientScope.reason) return
  response.body?.cancel().catch(() => undefined)
  throw new InsufficientScopeError(needed, missing, 'call-api', granted)
}
