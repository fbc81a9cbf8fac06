/** How tokens are issued: the first ones of a grant, and those for a refresh token. */
import type { Credentials, Lifetimes } from '../../provider/provider.js'
import type { MakeSecret } from '../randomness.js'
import { Refusal } from '../refusal.js'
import type { ScopeReader } from '../scope-reader.js'
import type { Switches } from '../switches.js'
import type { Grant } from './grant.js'
import type { IssuedTokens, RefreshToken } from './issued-tokens.js'
import { refreshRules } from './refresh-rules.js'
import { successorOf } from './refresh-token-family.js'

/** What the token endpoint gives. */
export interface TokenSet {
  /** A new one. */
  readonly accessToken: string
  /** How long the access token is good, in seconds. */
  readonly expiresIn: number
  /** None in the implicit grant, nor for a public client unless the switch says so. */
  readonly refreshToken: string | undefined
  /** What the access token has, as the provider writes a list of scopes. */
  readonly scope: string
  /** The token for the second list of scopes, where one was asked for. */
  readonly userToken?: { readonly accessToken: string; readonly scope: string } | undefined
}

/** What issues tokens: what they are made of, and where they are kept. */
export interface TokenIssuer {
  readonly tokens: IssuedTokens
  readonly make: MakeSecret
  readonly scopes: ScopeReader
  readonly credentials: Credentials
  readonly lifetimes: Lifetimes
}

/** The first tokens of a grant. */
export function firstTokens(issuer: TokenIssuer, grant: Grant, withRefreshToken: boolean): TokenSet {
  const first = tokenSet(
    issuer,
    grant,
    grant.scopes,
    withRefreshToken ? firstRefreshToken(issuer, grant) : undefined,
  )
  if (grant.userScopes.length === 0) return first
  const { accessToken, scope } = tokenSet(issuer, grant, grant.userScopes, undefined)
  return { ...first, userToken: { accessToken, scope } }
}

function firstRefreshToken({ tokens, make, credentials }: TokenIssuer, grant: Grant): string {
  const refreshToken = make(credentials.refreshToken)
  tokens.addFirstRefreshToken(refreshToken, grant)
  return refreshToken
}

/**
 * New tokens for a refresh token, or a refusal. Its reuse is found first, whatever else the request asks for.
 *
 * @param text - the refresh token as it was brought
 * @param askedScopes - fewer scopes than were granted, for the access token alone (RFC 6749 §6)
 */
export function refreshedTokens(
  issuer: TokenIssuer,
  text: string,
  found: RefreshToken,
  rotation: Switches['rotation'],
  askedScopes: string | undefined,
): TokenSet {
  const { grant } = found
  const rule = refreshRules[rotation][found.state]
  if (rule.answer === 'refusal') {
    if (rule.endsGrant) grant.end()
    throw new Refusal('invalid_grant', rule.why)
  }
  const scopes = askedScopes === undefined ? grant.scopes : issuer.scopes.read(askedScopes)
  if (!issuer.scopes.covers(grant.scopes, scopes)) {
    throw new Refusal('invalid_scope', 'a refresh can not ask for more than was granted')
  }
  return tokenSet(issuer, grant, scopes, nextRefreshToken(issuer, text, found, rule.answer))
}

function nextRefreshToken(
  { tokens, make, credentials }: TokenIssuer,
  text: string,
  found: RefreshToken,
  which: 'successor' | 'another successor' | 'same',
): string {
  if (which === 'same') return text
  const { grant, replaced } = found
  if (replaced !== undefined && (which === 'successor' || grant.full)) return replaced.by
  const token = successorOf(text, credentials.refreshToken, make)
  tokens.addSuccessor(token, text, found)
  return token
}

function tokenSet(
  issuer: TokenIssuer,
  grant: Grant,
  scopes: readonly string[],
  refreshToken: string | undefined,
): TokenSet {
  const { tokens, make, credentials, lifetimes } = issuer
  const accessToken = make(credentials.accessToken)
  tokens.addAccessToken(accessToken, grant, scopes)
  return { accessToken, expiresIn: lifetimes.accessToken, refreshToken, scope: issuer.scopes.write(scopes) }
}
