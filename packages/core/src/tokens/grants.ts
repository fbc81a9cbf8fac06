/** What is exchanged for a token: a code, or a refresh token. */
import { checked } from '../arguments/arguments.js'
import { LoginRequiredError, ScopeError } from '../errors/errors.js'
import { cleanText } from '../errors/redact.js'
import { encodeExchangeRequest, encodeRefreshRequest } from '../generated/encoders.js'
import * as linodeScopes from '../scopes/linode.js'
import type { Settings } from '../transport/settings.js'
import { bearerToken } from '../wire/checks.js'
import type { OAuthToken } from './oauth-token.js'
import { requestToken } from './token-endpoint.js'

/** An authorization code and what belongs to it. */
export interface AuthorizationGrant {
  readonly code: string
  /** Byte for byte as in the authorization request, where that carried it (RFC 6749 §4.1.3). */
  readonly redirectUri?: string | undefined
  readonly codeVerifier?: string | undefined
  /** The scopes asked for; `undefined` where nobody knows. */
  readonly scopes: readonly string[] | undefined
  /** What logins before asked for in vain. */
  readonly ungrantedScopes?: readonly string[] | undefined
  /** What the caller must know if the request isn't sent. */
  readonly note?: string | undefined
}

/** Exchanges a code for a token (RFC 6749 §4.1.3). */
export function exchangeCode(
  settings: Settings,
  grant: AuthorizationGrant,
  signal?: AbortSignal,
): Promise<OAuthToken> {
  const { clientId, clientSecret } = settings
  const { code, redirectUri, codeVerifier, scopes, ungrantedScopes = [], note } = grant
  const known = { scopes: anyOf(scopes), wanted: [...(scopes ?? []), ...ungrantedScopes] }
  const form = encodeExchangeRequest({ clientId, clientSecret, code, redirectUri, codeVerifier })
  return requestToken(settings, { operation: 'exchange', form, signal, note }, known)
}

/**
 * Asking for no scope in particular leaves it to the server: nothing is known then, as where nothing is said.
 */
function anyOf(scopes: readonly string[] | undefined): readonly string[] | undefined {
  return scopes?.length === 0 ? undefined : scopes
}

/**
 * A refresh token, the scopes granted with it and asked for in vain, and those to ask for; no list where
 * nothing is known, or asked.
 */
export interface RefreshGrant {
  readonly refreshToken: string
  readonly granted: readonly string[] | undefined
  readonly ungranted: readonly string[] | undefined
  readonly requested: readonly string[] | undefined
}

/** What a refresh token or a whole token lets one refresh. */
export function refreshGrant(token: string | OAuthToken, requested: readonly string[]): RefreshGrant {
  const held: Partial<Pick<OAuthToken, 'refreshToken' | 'scopes' | 'ungrantedScopes'>> = isToken(token)
    ? token
    : { refreshToken: checked('refreshToken', token, bearerToken) }
  const { refreshToken, scopes: granted, ungrantedScopes: ungranted } = held
  if (refreshToken === undefined) {
    const message = 'The token has no refresh token: the user must sign in again.'
    throw new LoginRequiredError({ code: 'no_refresh_token', operation: 'refresh', message })
  }
  const missing = granted === undefined ? [] : linodeScopes.missing(granted, requested)
  if (missing.length > 0) {
    const message = `scopes: expected no more than was granted, not ${cleanText(missing.join(', '))}`
    throw new ScopeError({ code: 'not_granted', operation: 'refresh', message })
  }
  return {
    refreshToken: checked('refreshToken', refreshToken, bearerToken),
    granted,
    ungranted,
    requested: anyOf(requested),
  }
}

/** Whether it is a whole token. Told by its parts: it may come from another copy of this package. */
export function isToken(token: string | OAuthToken): token is OAuthToken {
  return typeof token === 'object' && token !== null && 'accessToken' in token
}

/**
 * Exchanges a refresh token for a new token (RFC 6749 §6). The old refresh token stays if no new one comes.
 */
export function refresh(settings: Settings, grant: RefreshGrant, signal?: AbortSignal): Promise<OAuthToken> {
  const { clientId, clientSecret } = settings
  const { refreshToken, granted, ungranted, requested } = grant
  const scope = requested && linodeScopes.serialize(requested)
  const form = encodeRefreshRequest({ clientId, clientSecret, refreshToken, scope })
  return requestToken(
    settings,
    { operation: 'refresh', form, signal },
    { scopes: requested ?? granted, wanted: ungranted, refreshToken },
  )
}
