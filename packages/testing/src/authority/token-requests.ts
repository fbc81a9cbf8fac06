/** What a client asks for with a code or a token: an exchange, a refresh, an end. A function each. */
import type { Requests } from '../provider/provider.js'
import type { ExchangeTerms } from './authorization.js'
import type { Client, Clients } from './clients.js'
import { checkVerifier } from './pkce.js'
import type { RandomHex } from './randomness.js'
import { Refusal } from './refusal.js'
import type { Switches } from './switches.js'
import type { Codes } from './tokens/codes.js'
import { firstTokens, refreshedTokens, type TokenIssuer, type TokenSet } from './tokens/issue-tokens.js'
import type { IssuedTokens } from './tokens/issued-tokens.js'

/** What an authority knows. */
export interface AuthorityState extends TokenIssuer {
  readonly clients: Clients
  readonly codes: Codes
  /** Makes an id, which is no secret and as long as the provider's. */
  readonly newId: RandomHex
  readonly switches: Switches
  readonly challengeOf: (verifier: string) => string
  /** Whether a refresh says which client makes it; where it doesn't, the refresh token is enough. */
  readonly refreshNamesClient: boolean
}

/** Tokens for a code, which is used up whatever comes of it. */
export function exchange(state: AuthorityState, request: Requests['exchange']): TokenSet {
  const { clients, codes, switches, challengeOf } = state
  const client = clients.authenticate(request)
  const { grant, terms } = codes.take(request.code, client.id)
  checkRedirectUri(terms, request.redirectUri, switches.exchangeRedirectUri)
  checkVerifier(terms.codeChallenge, request.codeVerifier, challengeOf)
  return firstTokens(state, grant, client.secret !== undefined || switches.publicRefreshTokens)
}

/** Tokens for a refresh token. */
export function refresh(state: AuthorityState, request: Requests['refresh']): TokenSet {
  const client = state.refreshNamesClient ? state.clients.authenticate(request) : undefined
  const found = state.tokens.refreshToken(request.refreshToken)
  if (found === undefined || (client !== undefined && found.grant.client.id !== client.id)) {
    throw new Refusal('invalid_grant', 'no such refresh token was given to this client, or it was revoked')
  }
  return refreshedTokens(state, request.refreshToken, found, state.switches.rotation, request.scope)
}

/** The end of the grant behind a token. */
export function revoke({ clients, tokens }: AuthorityState, request: Requests['revoke']): void {
  const { bearer, token = bearer } = request
  const client = bearer === undefined ? clients.authenticate(request) : bearerOf(tokens, bearer)
  if (token === undefined) throw new Refusal('invalid_request', 'token is missing')
  const grant = tokens.ofAnyToken(token)
  if (grant === undefined) return
  if (grant.client.id !== client.id)
    throw new Refusal('invalid_grant', 'the token was given to another client')
  grant.end()
}

/** The client that was given an access token which it now shows (RFC 6750 §3.1). */
function bearerOf(tokens: IssuedTokens, accessToken: string): Client {
  const token = tokens.accessToken(accessToken)
  if (token !== undefined) return token.client
  throw new Refusal('invalid_token', 'the bearer token is unknown, expired or revoked')
}

/** RFC 6749 §4.1.3: byte for byte what the authorization request said. */
function checkRedirectUri(
  terms: ExchangeTerms,
  sent: string | undefined,
  rule: Switches['exchangeRedirectUri'],
): void {
  if (sent === undefined && (!terms.named || rule === 'optional')) return
  if (sent === terms.redirectUri) return
  const why = sent === undefined ? 'redirect_uri is missing' : 'redirect_uri is another'
  throw new Refusal(
    'invalid_grant',
    `${why}: the authorization request named one, and the exchange must repeat it`,
  )
}
