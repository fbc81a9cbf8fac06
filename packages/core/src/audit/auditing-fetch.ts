/** A fetch to api.linode.com that watches scopes. */
import { aFunction, checked, given, optional } from '../arguments/arguments.js'
import { timerMilliseconds } from '../client/client-options.js'
import { InsufficientScopeError } from '../errors/insufficient-scope-error.js'
import * as linodeScopes from '../scopes/linode.js'
import type { Scopes } from '../scopes/scope-index.js'
import { type ApiWords, linodeApi } from './api-words.js'
import { refusalReason } from './refusal-reason.js'
import { ScopeAudit, type ScopeReport } from './scope-audit.js'
import { readHeaders, type ScopeHeaders } from './scope-headers.js'

/** A fetch that watches. */
export interface AuditingFetch {
  /**
   * Calls the wrapped fetch.
   *
   * @throws InsufficientScopeError for a call that was refused for its scopes, and what the wrapped fetch throws.
   */
  (...args: Parameters<typeof fetch>): Promise<Response>
  /** What the calls so far needed, against what was asked for. */
  report(): ScopeReport
}

/**
 * Wraps a fetch that calls api.linode.com with a token. Answers pass through as they are, but for one: the 401 that
 * means missing scopes, not the 401 of a bad token, becomes an `InsufficientScopeError`.
 *
 * @example
 * ```ts
 * const api = auditingFetch(fetch, { asked: ['linodes:read_write'] })
 * await api('https://api.linode.com/v4/linode/instances', { headers: { authorization: 'Bearer …' } })
 * console.log(api.report().summary) // asked for `linodes:read_write`; every call needed `linodes:read_only`
 * ```
 * @param fetch - called with what the wrapper is called with
 * @param options - `asked`: what the app asks its users for; `timeout`: milliseconds that the body of a 401 is waited
 * for, to tell its meaning, 5,000 unless told otherwise
 * @throws ConfigurationError for an option that there isn't, or that can't be used; ScopeError for what is no scope.
 */
export function auditingFetch(
  fetch: typeof globalThis.fetch,
  options: { readonly asked: Scopes; readonly timeout?: number | undefined },
): AuditingFetch {
  return auditing(linodeApi, fetch, options)
}

/** The same for any API. */
export function auditing(
  api: ApiWords,
  fetch: typeof globalThis.fetch,
  options: { readonly asked: Scopes; readonly timeout?: number | undefined },
): AuditingFetch {
  const send = checked('fetch', fetch, aFunction<typeof fetch>())
  const own = given(options, ['asked', 'timeout'])
  const audit = new ScopeAudit(own.asked)
  const timeout = optional('timeout', own.timeout, timerMilliseconds) ?? 5000
  const watched = async (...args: Parameters<typeof fetch>): Promise<Response> => {
    const response = await send(...args)
    const headers = readHeaders(api, response.headers)
    audit.add(headers)
    if (response.status === api.refusals.insufficientScope.status)
      await refuseMissingScopes(api, response, headers, timeout)
    return response
  }
  return Object.assign(watched, { report: () => audit.report() })
}

/** The reason and the headers tell the two meanings of one status apart. A page may not see the headers. */
async function refuseMissingScopes(
  api: ApiWords,
  response: Response,
  { granted, needed = [] }: ScopeHeaders,
  timeout: number,
): Promise<void> {
  const missing = granted === undefined ? needed : linodeScopes.missing(granted, needed)
  const knownToLack = granted !== undefined && missing.length > 0
  const reason = await refusalReason(api, response, timeout)
  const { refusals } = api
  if (reason === refusals.invalidToken.reason) return
  if (!knownToLack && reason !== refusals.insufficientScope.reason) return
  await response.body?.cancel()
  throw new InsufficientScopeError(needed, missing)
}
