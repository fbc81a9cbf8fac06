/** What api.linode.com tells of scopes with each of its answers, also with 401. */
import { linodeScopes } from '../scopes/linode.js'

/** What a token has and what a call needs. */
export interface ScopeHeaders {
  /** `X-OAuth-Scopes`; `undefined` where it isn't there, or the API doesn't know the token. */
  readonly granted: readonly string[] | undefined
  /** `X-Accepted-OAuth-Scopes`, each needed; `undefined` where it isn't there, empty where no scope is needed. */
  readonly needed: readonly string[] | undefined
}

/** Reads both headers. A page reads them only where the API exposes them to its origin. */
export function readScopeHeaders(headers: Headers): ScopeHeaders {
  const granted = headers.get('x-oauth-scopes')
  const needed = headers.get('x-accepted-oauth-scopes')
  return {
    granted: granted === null || granted === 'unknown' ? undefined : linodeScopes.parse(granted),
    // Here `*` stands for no scope, not for all.
    needed: needed === null ? undefined : linodeScopes.parse(needed === '*' ? '' : needed),
  }
}
