/** What api.linode.com tells of scopes with each of its answers, also with 401. */
import { attempt } from '../errors/attempt.js'
import { cleanText } from '../errors/redact.js'
import * as linodeScopes from '../scopes/linode.js'
import { type ApiWords, linodeApi } from './api-words.js'

/** What a token has and what a call needs. */
export interface ScopeHeaders {
  /** `X-OAuth-Scopes`; `undefined` where it isn't there, or the API doesn't know the token. */
  readonly granted: readonly string[] | undefined
  /**
   * `X-Accepted-OAuth-Scopes`, each needed; `undefined` where it isn't there, empty where no scope is needed.
   */
  readonly needed: readonly string[] | undefined
}

/**
 * Reads both headers. A page reads them only where the API exposes them to its origin.
 *
 * @example
 * ```ts
 * readScopeHeaders(response.headers) // { granted: ['linodes:read_write'], needed: ['linodes:read_only'] }
 * ```
 */
export function readScopeHeaders(headers: Pick<Headers, 'get'>): ScopeHeaders {
  return readHeaders(linodeApi, headers)
}

/** The same of any API. */
export function readHeaders({ headers: names }: ApiWords, headers: Pick<Headers, 'get'>): ScopeHeaders {
  const granted = scopesIn(headers.get(names.granted))
  return {
    granted: granted?.includes('unknown') ? undefined : granted,
    // Here `*` stands for no scope, not for all.
    needed: scopesIn(headers.get(names.accepted))?.filter((scope) => scope !== '*'),
  }
}

/** Each is cleaned, since it may come to stand in an error or a report. What is too long says nothing. */
function scopesIn(text: string | null): string[] | undefined {
  const scopes = text === null ? undefined : attempt(() => linodeScopes.parse(text))
  return scopes?.map((scope) => cleanText(scope))
}
