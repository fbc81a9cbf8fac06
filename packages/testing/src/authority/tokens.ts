import type { Credentials, Lifetimes } from '../provider.js'
import type { MakeSecret } from './clients.js'
import type { Grant, Grants } from './grants.js'
import { refreshRules } from './refresh-rules.js'
import { Refusal } from './refusal.js'
import type { ScopeReader } from './scope-reader.js'
import type { Switches } from './switches.js'

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
}

/** What tokens are made of and where they are kept. */
export interface Mint {
  readonly grants: Grants
  readonly make: MakeSecret
  readonly scopes: ScopeReader
  readonly credentials: Credentials
  readonly lifetimes: Lifetimes
}

/** The first tokens of a grant. */
export function firstTokens(mint: Mint, grant: Grant, withRefreshToken: boolean): TokenSet {
  return tokenSet(mint, grant, grant.scopes, withRefreshToken ? newRefreshToken(mint, grant) : undefined)
}

/**
 * New tokens for a refresh token, or a refusal.
 *
 * @param scopes Fewer scopes than were granted, for the access token alone (RFC 6749 §6).
 */
export function refreshedTokens(
  mint: Mint,
  token: string,
  grant: Grant,
  state: 'live' | 'rotated',
  rotation: Switches['rotation'],
  scopes: readonly string[] = grant.scopes,
): TokenSet {
  const rule = refreshRules[rotation][state]
  if (rule.answer === 'refusal') {
    if (rule.endsGrant) grant.end()
    throw new Refusal('invalid_grant', rule.why)
  }
  if (rule.answer === 'same') return tokenSet(mint, grant, scopes, token)
  mint.grants.retireRefreshToken(token, grant)
  return tokenSet(mint, grant, scopes, newRefreshToken(mint, grant))
}

function newRefreshToken({ grants, make, credentials }: Mint, grant: Grant): string {
  const token = make(credentials.refreshToken)
  grants.addRefreshToken(token, grant)
  return token
}

function tokenSet(
  mint: Mint,
  grant: Grant,
  scopes: readonly string[],
  refreshToken: string | undefined,
): TokenSet {
  const { grants, make, credentials, lifetimes } = mint
  const accessToken = make(credentials.accessToken)
  grants.addAccessToken(accessToken, grant, scopes)
  return { accessToken, expiresIn: lifetimes.accessToken, refreshToken, scope: mint.scopes.write(scopes) }
}
