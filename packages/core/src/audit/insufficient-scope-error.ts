/** A token that lacks scopes, and the login that mends it. */
import { LinodeLoginError, ScopeError } from '../errors.js'
import type { OAuthScope } from '../generated/scopes.js'
import { cleanText } from '../redact.js'
import { linodeScopes } from '../scopes/linode.js'

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
   * Begins the login that asks for what the token has and what it lacks together. It is refused where it can't help,
   * so that no app sends its user round and round.
   *
   * @param client - a `LinodeLoginClient`
   * @param token - the one that was refused
   * @param options - what its `beginLogin` takes besides scopes
   * @throws ScopeError with the code `already_granted` if the token has all that is missing, or nothing is known to be;
   * and what `beginLogin` throws.
   */
  stepUp<Options extends object, Begun>(
    client: { beginLogin(options: Options & { readonly scopes: readonly OAuthScope[] }): Promise<Begun> },
    token: { readonly scopes: readonly string[] },
    options: Options,
  ): Promise<Begun>
  // Asking is strict for the app's own words; what the server granted or needs may be newer than this package.
  async stepUp<Begun>(
    client: { beginLogin(options: object): Promise<Begun> },
    token: { readonly scopes: readonly string[] },
    options: object,
  ): Promise<Begun> {
    if (linodeScopes.covers(token.scopes, this.missing)) {
      const message = 'The token has every scope that is known to be missing: a new login would not help.'
      throw new ScopeError({ code: 'already_granted', operation: 'call-api', message })
    }
    return client.beginLogin({ ...options, scopes: linodeScopes.union(token.scopes, this.missing) })
  }
}
