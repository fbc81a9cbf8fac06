/** Authorization requests: where the answer goes, and whether the user may be asked. */
import { UsageError } from '../options/usage-error.js'
import { listed, meant, quoted } from '../options/wording.js'
import type { Requests } from '../provider/provider.js'
import type { Client, Clients } from './clients.js'
import { redirectMatches } from './redirect-uri/redirect-uri.js'
import { Refusal } from './refusal.js'
import type { ScopeReader } from './scope-reader.js'
import type { Switches } from './switches.js'

/** Where the answer to an authorization request goes. */
export interface ReturnAddress {
  /** The app that asks. */
  readonly client: Client
  /** The URI as the request names it, or the only one that is registered. */
  readonly redirectUri: string
  /** Whether the request named it; the exchange must then name it again (RFC 6749 §4.1.3). */
  readonly named: boolean
}

/** An authorization request that was found good, for a user to decide on. */
export interface Authorization extends ReturnAddress {
  /** Whether a code was asked for, or a token by the implicit grant. */
  readonly responseType: 'code' | 'token'
  /** What the app asks for, each scope under its present name. */
  readonly scopes: readonly string[]
  /**
   * The same of a second list, whose token acts for the user beside the app's own; none
   * if the request names none.
   */
  readonly userScopes?: readonly string[] | undefined
  /** What the answer must repeat, if the request carried it. */
  readonly state: string | undefined
  /** The S256 challenge that the exchange must meet (RFC 7636 §4.3), if the request carried one. */
  readonly codeChallenge: string | undefined
}

/** What the exchange must fulfil. */
export type ExchangeTerms = Pick<Authorization, 'redirectUri' | 'named' | 'codeChallenge'>

/**
 * Where to send the answer, errors included. What this refuses must never be redirected (RFC 6749 §4.1.2.1):
 * the address isn't known to be the client's.
 */
export function returnAddress(
  clients: Clients,
  rule: Switches['redirectMatch'],
  clientId: string,
  requested: string | undefined,
): ReturnAddress {
  const client = clients.find(clientId)
  if (client === undefined) throw new Refusal('invalid_client', 'no client has this client_id')
  if (requested === undefined) return { client, redirectUri: onlyRedirectUri(client), named: false }
  if (!client.redirectUris.some((registered) => redirectMatches(registered, requested, rule))) {
    const registered = client.redirectUris.join(', ')
    throw new Refusal(
      'invalid_request',
      `redirect_uri is not what was registered for this client: ${registered}`,
    )
  }
  return { client, redirectUri: requested, named: true }
}

/** RFC 6749 §3.1.2.3: it may be left out where there is no choice. */
function onlyRedirectUri(client: Client): string {
  const [first, ...others] = client.redirectUris
  if (first !== undefined && others.length === 0) return first
  throw new Refusal('invalid_request', 'redirect_uri is missing, and the client has registered several')
}

/** Whether the request may be put before the user. What this refuses is told to the client by redirect. */
export function judgeAuthorization(
  address: ReturnAddress,
  request: Requests['authorize'],
  switches: Switches,
  scopes: ScopeReader,
): Authorization {
  const { responseType = 'code' } = request
  if (responseType === 'token' && !switches.implicit) {
    throw new Refusal('unsupported_response_type', 'the implicit grant is switched off: ask for a code')
  }
  if (responseType === 'code') checkChallenge(address.client, request, switches.requirePkce)
  return {
    client: address.client,
    redirectUri: address.redirectUri,
    named: address.named,
    responseType,
    scopes: scopes.read(request.scope),
    userScopes: scopes.read(request.userScope),
    state: request.state,
    codeChallenge: request.codeChallenge,
  }
}

/** The request as far as the user grants it. RFC 6749 §3.3 lets a server issue less than was asked for. */
export function narrowed(
  authorization: Authorization,
  grant: readonly string[],
  reader: ScopeReader,
): Authorization {
  const { scopes, userScopes } = authorization
  const asked = [...new Set([...scopes, ...(userScopes ?? [])])]
  for (const scope of grant)
    if (!reader.exists(scope) || !reader.covers(asked, [scope]))
      throw notAskedFor(scope, reader.exists(scope) ? '' : meant(scope, asked), asked)
  const within = (list: readonly string[]): readonly string[] =>
    [...new Set(grant)].filter((scope) => reader.covers(list, [scope]))
  return { ...authorization, scopes: within(scopes), userScopes: userScopes && within(userScopes) }
}

function notAskedFor(scope: string, hint: string, asked: readonly string[]): UsageError {
  const all = asked.length === 0 ? 'no scope' : listed(asked, 'and')
  const problem = `the app asks for ${all}, not for ${quoted(scope)}${hint}`
  return new UsageError('grant', 'grant', 'scopes that the app asks for', problem)
}

/** RFC 7636 §4.3: a challenge without a method is a plain one, which RFC 9700 §2.1.1 rules out. */
function checkChallenge(
  client: Client,
  request: Requests['authorize'],
  required: Switches['requirePkce'],
): void {
  if (request.codeChallenge !== undefined && request.codeChallengeMethod !== 'S256') {
    throw new Refusal('invalid_request', 'code_challenge_method must be S256')
  }
  const needed = required === 'always' || (required === 'public' && client.secret === undefined)
  if (needed && request.codeChallenge === undefined) {
    throw new Refusal('invalid_request', 'code_challenge is missing: this client must use PKCE')
  }
}
