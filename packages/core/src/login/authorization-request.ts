/** The authorization request: the URL that a sign-in begins with. */

import { encodeAuthorizeRequest } from '../generated/encoders.js'
import { endpoints } from '../generated/endpoints.js'
import * as linodeScopes from '../scopes/linode.js'
import type { Settings } from '../transport/settings.js'

/** What an authorization request carries beside the client's id, checked. */
export interface AuthorizationParameters {
  readonly scopes: readonly string[]
  readonly redirectUri?: string | undefined
  readonly state?: string | undefined
  readonly codeChallenge?: string | undefined
}

/**
 * The URL that the user's browser opens to sign in (RFC 6749 §4.1.1, RFC 7636 §4.3). It
 * holds no secret of the client.
 */
export function authorizationUrl(settings: Settings, parameters: AuthorizationParameters): string {
  const { scopes, redirectUri = settings.redirectUri, state, codeChallenge } = parameters
  const query = encodeAuthorizeRequest({
    clientId: settings.clientId,
    responseType: 'code',
    redirectUri,
    scope: linodeScopes.serialize(scopes),
    state,
    codeChallenge,
    codeChallengeMethod: codeChallenge === undefined ? undefined : 'S256',
  })
  return withQuery(settings.baseUrl + endpoints.authorize.path, query)
}

/** Adds parameters to a URL and keeps those that it has (RFC 6749 §3.1). */
export function withQuery(url: string, query: URLSearchParams): string {
  return `${url}${url.includes('?') ? '&' : '?'}${query}`
}
