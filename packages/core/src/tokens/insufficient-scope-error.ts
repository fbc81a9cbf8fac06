/** A token that lacks scopes, and the login that mends it. */

import { didYouMean, nearestAmong } from '../arguments/nearest.js'
import type { InsufficientScopeErrorCode, ScopeErrorCode } from '../errors/error-codes.js'
import { LinodeLoginError, ScopeError } from '../errors/errors.js'
import { cleanText } from '../errors/redact.js'
import { hierarchy } from '../generated/hierarchy.js'
import type { OAuthScope } from '../generated/scopes.js'
import { DEFAULT_TTL } from '../login/pending-logins.js'
import * as linodeScopes from '../scopes/linode.js'
import { isKnown } from '../scopes/oauth-scopes.js'

/**
 * The token lacks scopes that are needed: `OAuthToken.require` found out before a call, or the API refused
 * one for it. Refreshing can't help; a login that asks for more can: see `stepUp`. Where `require` was asked
 * for a scope that isn't known, the message says which one was probably meant.
 */
export class InsufficientScopeError extends LinodeLoginError<InsufficientScopeErrorCode> {
  /** The name of the class, for people and for `is`: other than a class's own it survives minifying. */
  static override readonly kind: string = 'InsufficientScopeError'
  /** What is needed, all of it; empty where the headers of the API's answer can't be read. */
  readonly needed: readonly string[]
  /** Those of them that the token lacks. */
  readonly missing: readonly string[]
  /**
   * What the token has, by the API's answer or by what the token itself says; empty where neither is known.
   */
  readonly granted: readonly string[]
  /** The logins that this error has begun, by the store that they wait in. */
  readonly #logins = new WeakMap<object, readonly StepUp[]>()

  /**
   * @param needed - what is needed
   * @param missing - what of it the token lacks
   * @param operation - what was being done: a call of the API unless told otherwise
   * @param granted - what the token has
   */
  constructor(
    needed: readonly string[],
    missing: readonly string[],
    operation: 'call-api' | 'read-token' = 'call-api',
    granted: readonly string[] = [],
  ) {
    const names =
      missing.length === 0 ? 'scopes that the answer does not name' : cleanText(missing.join(', '))
    // What the API needs may be newer than this package; what the app's code needs is more likely misspelt.
    const unknown = operation === 'read-token' ? missing.filter((scope) => !isKnown(scope)) : []
    const help = unknown.length === 0 ? ' A login that asks for more can help.' : misspelt(unknown)
    super({
      code: 'insufficient_scope',
      operation,
      message: `The token lacks what is needed: ${names}.${help}`,
    })
    this.needed = Object.freeze([...needed])
    this.missing = Object.freeze([...missing])
    this.granted = Object.freeze([...granted])
  }

  /**
   * Begins the login that asks for all that the token has, by its own word and by the API's, and for what it
   * lacks. It is refused where it can't help, so that no app sends its user round and round: one error
   * begins one login for a client, a token and a place to wait in, and what a login before has asked for in
   * vain isn't asked for again.
   *
   * A user who declines uses the login up: this error goes on giving it until its time is over, and the token
   * stays as it was. Where the user wants to be asked once more, begin a login of your own. Of calls that are
   * refused at once each has an error of its own, which would begin a login of its own: let one part of the
   * app call `stepUp`, with the first.
   *
   * @example
   * ```ts
   * if (!InsufficientScopeError.is(error)) throw error
   * const { url } = await error.stepUp(client, token, { pending }) // the user is sent there
   * console.log(new URL(url).searchParams.get('scope')) // domains:read_only linodes:read_write
   * ```
   * @param client - a `LinodeLoginClient`
   * @param token - the one that was refused
   * @param options - what its `beginLogin` takes besides scopes
   * @returns what `beginLogin` gave: the same for every call with the same arguments until the
   * login's time (`ttl`) is over
   * @throws ScopeError with the code `missing_unknown` if nobody said what is missing, as where a
   * page can't read the headers of the API: begin a login for what `forOperations` says then; with
   * the code `already_granted` if the token has all that is missing; with the code `declined` if it
   * has `ungrantedScopes` that are missing; and what `beginLogin` throws: no login was begun then,
   * and the next call begins one.
   */
  stepUp<Options extends object, Begun>(
    client: { beginLogin(options: Options & StepUpScopes): Promise<Begun> },
    token: StepUpToken,
    options: Options,
  ): Promise<Begun>
  // Asking is strict for the app's own words; what the server granted or needs may
  // be newer than this package.
  async stepUp(client: StepUpClient, token: StepUpToken, options: StepUpOptions): Promise<unknown> {
    const { scopes, ungrantedScopes = [] } = token
    if (this.missing.length === 0) {
      throw refused('missing_unknown', 'Nobody said which scopes are missing, so none can be asked for')
    }
    const lacking = linodeScopes.missing(scopes, this.missing)
    if (lacking.length === 0) {
      throw refused(
        'already_granted',
        'The token has every scope that was missing: a new login would not help',
      )
    }
    const declined = lacking.filter((scope) => linodeScopes.covers(ungrantedScopes, scope))
    if (declined.length > 0) {
      throw refused(
        'declined',
        `A login has asked for ${cleanText(declined.join(', '))} and did not get it: a new login would not help`,
      )
    }
    // Where there are no options, or what they name is no store, `beginLogin` says so.
    const { pending, redirectUri, ttl = DEFAULT_TTL }: StepUpOptions = Object(options)
    const store: object = Object(pending)
    // The machine's time, whatever the client's clock: this says how long a URL is
    // given, not whether it is taken.
    const now = performance.now()
    const alive = (this.#logins.get(store) ?? []).filter(({ until }) => now < until)
    const same = alive.find(
      (one) => one.client === client && one.token === token && one.redirectUri === redirectUri,
    )
    if (same !== undefined) return same.begun
    const asked = linodeScopes.union([...scopes, ...this.granted], lacking)
    const begun = client.beginLogin({ ...options, scopes: asked, ungrantedScopes })
    const login: StepUp = { client, token, redirectUri, until: now + ttl, begun }
    this.#logins.set(store, [...alive, login])
    return begun.catch((error: unknown) => {
      login.until = 0
      throw error
    })
  }
}

/** As many are named as a message can hold. */
const MOST_NAMED = 3

function misspelt(scopes: readonly string[]): string {
  const nearest = nearestAmong(Object.keys(hierarchy.includes))
  return scopes
    .slice(0, MOST_NAMED)
    .map((scope) => ` This package knows no scope "${cleanText(scope)}".${didYouMean(nearest(scope))}`)
    .join('')
}

/** A login that was begun, and what it was begun with. */
interface StepUp {
  readonly client: StepUpClient
  readonly token: StepUpToken
  readonly redirectUri: string | undefined
  readonly begun: Promise<unknown>
  /** When its time is over. */
  until: number
}

interface StepUpOptions {
  readonly pending?: unknown
  readonly redirectUri?: string | undefined
  readonly ttl?: number | undefined
}

/** What a step-up adds to the options of a login. */
export interface StepUpScopes {
  /** What to ask for: all that the token has and all that is missing. */
  readonly scopes: readonly OAuthScope[]
  /** Scopes that earlier logins asked for in vain. */
  readonly ungrantedScopes: readonly string[]
}

/** What a step-up reads of a token. */
export interface StepUpToken {
  /** What was granted. */
  readonly scopes: readonly string[]
  /** What was asked for and not granted. */
  readonly ungrantedScopes?: readonly string[] | undefined
}

interface StepUpClient {
  beginLogin(options: object): Promise<unknown>
}

function refused(code: ScopeErrorCode, why: string): ScopeError {
  return new ScopeError({ code, operation: 'call-api', message: `${why}.` })
}
