/** A call that the API refused for its scopes, and the login that mends it. */
import { LinodeLoginError, ScopeError } from '../errors.js'
import { linodeScopes } from '../scopes/linode.js'

/**
 * The API refused a call because the token lacks scopes. Refreshing can't help; a login that asks for more can: see
 * `stepUp`.
 */
export class InsufficientScopeError extends LinodeLoginError<'insufficient_scope'> {
  /** The name of the class, for people and for `is`: other than a class's own it survives minifying. */
  static override readonly kind: string = 'InsufficientScopeError'
  /** What the call needs, all of it; empty where the answer's headers can't be read. */
  readonly needed: readonly string[]
  /** Those of them that the token lacks. */
  readonly missing: readonly string[]

  /**
   * @param needed - what the call needs
   * @param missing - what of it the token lacks
   */
  constructor(needed: readonly string[], missing: readonly string[]) {
    const names = missing.length === 0 ? 'scopes that its answer does not name' : missing.join(', ')
    super({
      code: 'insufficient_scope',
      operation: 'call-api',
      message: `The token lacks what the call needs: ${names}. A login that asks for more can help.`,
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
  async stepUp<Options extends object, Begun>(
    client: { beginLogin(options: Options & { readonly scopes: readonly string[] }): Promise<Begun> },
    token: { readonly scopes: readonly string[] },
    options: Options,
  ): Promise<Begun> {
    if (linodeScopes.covers(token.scopes, this.missing)) {
      const message = 'The token has every scope that is known to be missing: a new login would not help.'
      throw new ScopeError({ code: 'already_granted', operation: 'call-api', message })
    }
    return client.beginLogin({ ...options, scopes: linodeScopes.union(token.scopes, this.missing) })
  }
}
