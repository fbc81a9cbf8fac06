/**
 * The authority: who may do what, decided without a word of HTTP. It knows no
 * provider but the one it is given.
 */

import { checkOptions } from '../options/check-options.js'
import type { AppRegistration } from '../options/client-registration.js'
import { ofType, plainObject, type Rules, withMethods } from '../options/option-rules.js'
import { checkProvider } from '../provider/check-provider.js'
import type { Provider, Requests } from '../provider/provider.js'
import {
  type Authorization,
  judgeAuthorization,
  narrowed,
  type ReturnAddress,
  returnAddress,
} from './authorization.js'
import { type Client, Clients } from './clients.js'
import { realRandomness, secretMaker } from './randomness.js'
import { createScopeReader } from './scope-reader.js'
import { type SwitchOptions, strictSwitches, switchRules, withSwitches } from './switches.js'
import { type AuthorityState, exchange, refresh, revoke } from './token-requests.js'
import { Codes } from './tokens/codes.js'
import { Grant } from './tokens/grant.js'
import { firstTokens, type TokenSet } from './tokens/issue-tokens.js'
import { type AccessToken, IssuedTokens } from './tokens/issued-tokens.js'
import { graceOf } from './tokens/refresh-rules.js'
import type { User } from './user.js'

/** What an authority stands on, and what it does otherwise than by default. */
export interface AuthorityOptions {
  /** What the time is, in milliseconds since 1970. */
  readonly clock: { now(): number }
  /** The S256 challenge of a verifier: the SHA-256 of its ASCII, in base64url. */
  readonly challengeOf: (verifier: string) => string
  /** Gives so many characters of lower-case hex, for ids and secrets. Left out: real chance. */
  readonly random?: ((characters: number) => string) | undefined
  /** What differs from the strict profile. */
  readonly switches?: SwitchOptions | undefined
}

/** What a login server decides: it gives what was asked for, or throws a `Refusal` that says why not. */
export interface Authority {
  /**
   * Registers an app.
   *
   * @throws UsageError for a redirect URI that is neither https nor http on loopback, or that
   * can't be compared safely.
   */
  registerClient(app: AppRegistration): Client
  /**
   * Where the answer to an authorization request goes (RFC 6749 §3.1.2).
   *
   * @param redirectUri - the one that the request names, if it names one
   * @throws Refusal for a client or a redirect URI that is not registered; never tell
   * it by redirect (§4.1.2.1).
   */
  returnAddress(clientId: string, redirectUri: string | undefined): ReturnAddress
  /**
   * Whether an authorization request may be put before the user.
   *
   * @throws Refusal when it may not; tell the client by redirect (RFC 6749 §4.1.2.1).
   */
  authorize(address: ReturnAddress, request: Requests['authorize']): Authorization
  /**
   * The authorization of a user who grants a part of what the app asks for.
   *
   * @param grant - what the user grants: none of it more than the app asks for
   * @throws UsageError for a scope that the app doesn't ask for.
   */
  narrow(authorization: Authorization, grant: readonly string[]): Authorization
  /** The code that a user's consent gives (RFC 6749 §4.1.2). */
  grantCode(authorization: Authorization, user: User): string
  /**
   * The token that a user's consent gives in the implicit grant (RFC 6749 §4.2.2). It
   * comes without a refresh token.
   */
  grantToken(authorization: Authorization, user: User): TokenSet
  /**
   * Tokens for a code (RFC 6749 §4.1.3, RFC 7636 §4.6). A code works once; using it again ends its grant.
   *
   * @throws Refusal `invalid_client` or `invalid_grant`.
   */
  exchange(request: Requests['exchange']): TokenSet
  /**
   * Tokens for a refresh token (RFC 6749 §6). What its reuse does, the switch `rotation` says.
   *
   * @throws Refusal `invalid_client`, `invalid_grant`, or `invalid_scope` for more than was granted.
   */
  refresh(request: Requests['refresh']): TokenSet
  /**
   * Ends the grant of a token of whatever type; a token that is none is no error (RFC 7009 §2.2).
   *
   * @throws Refusal `invalid_client`, `invalid_token` where the client shows a bearer token that is no good
   * (RFC 6750 §3.1), or `invalid_grant` for another client's token.
   */
  revoke(request: Requests['revoke']): void
  /** What stands behind an access token; nothing if it is unknown, expired or revoked. */
  inspect(accessToken: string): AccessToken | undefined
  /** Whether a token has all of these scopes, by name or because one of its scopes includes them. */
  covers(token: AccessToken, needed: readonly string[]): boolean
}

const rules: Rules<AuthorityOptions> = {
  clock: withMethods('a clock with now()', 'now'),
  challengeOf: ofType('function', 'a function'),
  random: ofType('function', 'a function'),
  switches: plainObject('an object of switches'),
}

/**
 * Makes an authority for a provider, with no clients and no grants. All of its state is in memory.
 *
 * @param provider - the login service whose rules it follows, such as `linode`
 * @throws UsageError for an option or a switch that there isn't, or a value that it can't have.
 */
export function createAuthority(provider: Provider, options: AuthorityOptions): Authority {
  const where = 'createAuthority'
  checkProvider(where, provider)
  checkOptions(where, options, rules, ['clock', 'challengeOf'])
  checkOptions(`${where}: switches`, options.switches ?? {}, switchRules)
  return authorityOver(initialState(provider, options))
}

/** No clients, no codes, no tokens. */
function initialState(provider: Provider, options: AuthorityOptions): AuthorityState {
  const { clock, challengeOf, random = realRandomness(), switches: set = {} } = options
  const { credentials, lifetimes, hierarchy, tokenResponse, endpoints } = provider
  const switches = withSwitches(strictSwitches, set)
  return {
    clients: new Clients(),
    codes: new Codes(clock),
    tokens: new IssuedTokens(clock, lifetimes, graceOf(switches.rotation, lifetimes)),
    newId: random,
    make: secretMaker(random, switches.shortSecrets),
    scopes: createScopeReader(hierarchy, tokenResponse.separator),
    credentials,
    lifetimes,
    switches,
    challengeOf,
    refreshNamesClient: endpoints.some(
      ({ name, parameters }) => name === 'refresh' && parameters.includes('client_id'),
    ),
  }
}

/** What is decided on what is known. */
function authorityOver(state: AuthorityState): Authority {
  const { clients, codes, tokens, make, newId, scopes, switches, credentials, lifetimes } = state
  return {
    registerClient: (app) =>
      clients.register(app, newId(credentials.clientId), make(credentials.clientSecret)),
    returnAddress: (clientId, requested) =>
      returnAddress(clients, switches.redirectMatch, clientId, requested),
    authorize: (address, request) => judgeAuthorization(address, request, switches, scopes),
    narrow: (authorization, grant) => narrowed(authorization, grant, scopes),
    grantCode: (authorization, user) => {
      const code = make(credentials.code)
      codes.add(code, grantOf(authorization, user), authorization, lifetimes.code)
      return code
    },
    grantToken: (authorization, user) => firstTokens(state, grantOf(authorization, user), false),
    exchange: (request) => exchange(state, request),
    refresh: (request) => refresh(state, request),
    revoke: (request) => revoke(state, request),
    inspect: (accessToken) => tokens.accessToken(accessToken),
    covers: (token, needed) => scopes.covers(token.scopes, needed),
  }
}

function grantOf({ client, scopes, userScopes }: Authorization, user: User): Grant {
  return new Grant(client, user, scopes, userScopes)
}
