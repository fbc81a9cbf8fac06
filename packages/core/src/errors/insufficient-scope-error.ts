/** A token that lacks scopes, and the login that mends it. */

import type { OAuthScope } from '../generated/scopes.js'
import * as linodeScopes from '../scopes/linode.js'
import type { ScopeErrorCode } from './error-codes.js'
import { LinodeLoginError, ScopeError } from './errors.js'
import { cleanText } from './redact.js'

/**
 * The token lacks scopes that are needed: `OAuthToken.require` found out before a call, or the API refused one for it.
 * Refreshing can't help; a login that asks for more can: see `stepUp`.
 */
export class InsufficientScopeError extends LinodeLoginError<'insufficient_scope'> {
  /** The name of the class, for people and for `is`: other than a class's own it survives minifying. */
  static override readonly kind: string = 'InsufficientScopeError'
  /** What is needed, all of it; empty where the headers of the API's answer can't be read. */
  readonly needed: readonly string[]
  /** Those of them that the token lacks. */
  readonly missing: readonly string[]
  /** The one login that this error has begun. */
  #login: Promise<unknown> | undefined

  /**
   * @param needed - what is needed
   * @param missing - what of it the token lacks
   * @param operation - what was being done: a call of the API unless told otherwise
   */
  constructor(
    needed: readonly string[],
    missing: readonly string[],
    operation: 'call-api' | 'read-token' = 'call-api',
  ) {
    const names =
      missing.length === 0 ? 'scopes that the answer does not name' : cleanText(missing.join(', '))
    super({
      code: 'insufficient_scope',
      operation,
      message: `The token lacks what is needed: ${names}. A login that asks for more can help.`,
    })
    this.needed = Object.freeze([...needed])
    this.missing = Object.freeze([...missing])
  }

  /**
   * Begins the login that asks for what the token has and what it lacks together. It is refused where it can't help, so
   * that no app sends its user round and round: one error begins one login, and what a login before has asked for in
   * vain isn't asked for again. Where the user wants to be asked once more, begin a login of your own.
   *
   * @example
   * ```ts
   * if (InsufficientScopeError.is(error)) response.redirect((await error.stepUp(client, token, { pending })).url)
   * ```
   * @param client - a `LinodeLoginClient`
   * @param token - the one that was refused
   * @param options - what its `beginLogin` takes besides scopes
   * @returns what `beginLogin` gave: the same for every call, at once or later
   * @throws ScopeError with the code `already_granted` if the token has all that is missing, or nothing is known to be;
   * with the code `declined` if it has `ungrantedScopes` that are missing; and what `beginLogin` throws: no login was
   * begun then, and the next call begins one.
   */
  stepUp<Options extends object, Begun>(
    client: { beginLogin(options: Options & StepUpScopes): Promise<Begun> },
    token: StepUpToken,
    options: Options,
  ): Promise<Begun>
  // Asking is strict for the app's own words; what the server granted or needs may be newer than this package.
  async stepUp(client: StepUpClient, token: StepUpToken, options: object): Promise<unknown> {
    const { scopes, ungrantedScopes = [] } = token
    const lacking = linodeScopes.missing(scopes, this.missing)
    if (lacking.length === 0) {
      throw refused('already_granted', 'The token has every scope that is known to be missing')
    }
    const declined = lacking.filter((scope) => linodeScopes.covers(ungrantedScopes, scope))
    if (declined.length > 0) {
      throw refused('declined', `A login has asked for ${cleanText(declined.join(', '))} and did not get it`)
    }
    this.#login ??= client
      .beginLogin({ ...options, scopes: linodeScopes.union(scopes, lacking), ungrantedScopes })
      .catch((error: unknown) => {
        this.#login = undefined
        throw error
      })
    return this.#login
  }
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
  return new ScopeError({ code, operation: 'call-api', message: `${why}: a new login would not help.` })
}
