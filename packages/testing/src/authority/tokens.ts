/** How tokens are made: the first ones of a grant, and those for a refresh token. */
import type { Credentials, Lifetimes } from '../provider.js'
import type { MakeSecret } from './clients.js'
import type { Grant, Grants, RefreshToken } from './grants.js'
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
  /** The token for the second list of scopes, where one was asked for. */
  readonly userToken?: { readonly accessToken: string; readonly scope: string } | undefined
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
  const tokens = tokenSet(
    mint,
    grant,
    grant.scopes,
    withRefreshToken ? firstRefreshToken(mint, grant) : undefined,
  )
  if (grant.userScopes.length === 0) return tokens
  const { accessToken, scope } = tokenSet(mint, grant, grant.userScopes, undefined)
  return { ...tokens, userToken: { accessToken, scope } }
}

function firstRefreshToken({ grants, make, credentials }: Mint, grant: Grant): string {
  const refreshToken = make(credentials.refreshToken)
  grants.addFirstRefreshToken(refreshToken, grant)
  return refreshToken
}

/**
 * New tokens for a refresh token, or a refusal. Its reuse is found first, whatever else the request asks for.
 *
 * @param text The refresh token as it was brought.
 * @param askedScopes Fewer scopes than were granted, for the access token alone (RFC 6749 §6).
 */
export function refreshedTokens(
  mint: Mint,
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
  const scopes = askedScopes === undefined ? grant.scopes : mint.scopes.read(askedScopes)
  if (!mint.scopes.covers(grant.scopes, scopes)) {
    throw new Refusal('invalid_scope', 'a refresh can not ask for more than was granted')
  }
  return tokenSet(mint, grant, scopes, nextRefreshToken(mint, text, found, rule.answer))
}

function nextRefreshToken(
  { grants, make, credentials }: Mint,
  text: string,
  found: RefreshToken,
  which: 'successor' | 'another successor' | 'same',
): string {
  if (which === 'same') return text
  if (which === 'successor' && found.replaced !== undefined) return found.replaced.by
  const token = make(credentials.refreshToken)
  grants.addSuccessor(token, text, found)
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
