/** A token: what is known of it, and its secrets out of sight. */
import { checked as argument } from '../arguments/arguments.js'
import type { OAuthScope } from '../generated/scopes.js'
import * as linodeScopes from '../scopes/linode.js'
import { refuseMore, type Scopes } from '../scopes/scope-index.js'
import type { AnyOAuthScope, CoveredScopes, ProvenScopes, ReadScope } from '../scopes/typed.js'
import { type Check, numberWithin } from '../wire/checks.js'
import { InsufficientScopeError } from './insufficient-scope-error.js'
import { checkedFields, MILLISECONDS, type OAuthTokenFields } from './oauth-token-fields.js'
import { deserializeToken, serializeToken } from './serialized-token.js'

/**
 * An access token and what is known of it. It never changes, and it is safe to log: printing, inspecting,
 * spreading or stringifying it shows no secret. Secrets come out by name only: `accessToken`,
 * `refreshToken`, `serialize()`.
 *
 * `OAuthToken<'linodes:read_write'>` is a token that is proven to have that scope, by `require`: a function
 * that takes one refuses at compile time a token that is known to have less, or of which nothing is known. A
 * token with two scopes is an `OAuthToken<'linodes:read_write' | 'domains:read_only'>`: it has both. A plain
 * `OAuthToken` is any token.
 *
 * @example
 * ```ts
 * const move = (token: OAuthToken<'linodes:read_write' | 'domains:read_only'>) => token.scopes
 * const token = new OAuthToken({ accessToken: '0123456789abcdef', scopes: ['domains:read_only', 'linodes:*'] })
 * move(token.require('linodes:read_write', 'domains:read_only')) // ['domains:read_only', 'linodes:*']
 * ```
 * @typeParam Granted - the scopes that the token is proven to have
 */
export class OAuthToken<Granted extends OAuthScope = never> {
  /** For the compiler alone, which quotes the name where the proof is missing: there is no such property. */
  declare protected readonly 'proven by token.require()': CoveredScopes<Granted>
  readonly #accessToken: string
  readonly #refreshToken: string | undefined
  /** Worked out with the first question: most tokens are stored and sent, not asked. */
  #covers: ((needed: Scopes) => boolean) | undefined
  /**
   * The secret that API calls carry, in the header `Authorization: Bearer …` and nowhere else (RFC 6750 §2).
   */
  declare readonly accessToken: string
  /** The secret that a new access token is asked for with. */
  declare readonly refreshToken: string | undefined
  /** How the token is used: whoever bears it may (RFC 6750). */
  readonly tokenType: 'bearer' = 'bearer'
  /** The scopes that the token has, in canonical form; those asked for where the server didn't say. */
  readonly scopes: readonly AnyOAuthScope[]
  /**
   * Scopes among them that go beyond what was asked for. A server should never grant such;
   * decide before using them.
   */
  readonly unrequestedScopes: readonly AnyOAuthScope[]
  /**
   * Scopes that its login asked for and did not get: the user or the server declined. A refreshed token has
   * them too, and no step-up asks for them again.
   */
  readonly ungrantedScopes: readonly AnyOAuthScope[]
  /**
   * When it ends, in milliseconds since 1970. Without it the token is good until a call is answered with 401.
   */
  readonly expiresAt: number | undefined

  /**
   * @throws TokenFormatError for a field that can't be one of a token; ConfigurationError
   * for one that there isn't.
   */
  // Of a token that is only made nothing is proven yet, whatever type the place for it has.
  constructor(fields: [Granted] extends [never] ? OAuthTokenFields : never) {
    const checked = checkedFields(fields)
    this.#accessToken = checked.accessToken
    this.#refreshToken = checked.refreshToken
    this.scopes = checked.scopes
    this.unrequestedScopes = checked.unrequestedScopes
    this.ungrantedScopes = checked.ungrantedScopes
    this.expiresAt = checked.expiresAt
    Object.freeze(this)
  }

  // The secrets are answered for by name, from a prototype that lists nothing: inspectors, test runners and
  // error trackers walk prototypes and call the getters that they find.
  static {
    const secrets = new Map<PropertyKey, (token: OAuthToken) => string | undefined>([
      ['accessToken', (token) => token.#accessToken],
      ['refreshToken', (token) => token.#refreshToken],
    ])
    const byName = new Proxy(
      {},
      {
        has: (target, name) => secrets.has(name) || Reflect.has(target, name),
        get: (target, name, token) =>
          isObject(token) && #accessToken in token && secrets.has(name)
            ? secrets.get(name)?.(token)
            : Reflect.get(target, name, token),
      },
    )
    Object.setPrototypeOf(OAuthToken.prototype, byName)
    // Bundlers and minifiers rename the class, and what prints a token says the class's name.
    Object.defineProperty(OAuthToken, 'name', { value: 'OAuthToken' })
  }

  /**
   * Whether the token has every needed scope.
   *
   * @param needed - one scope or a list; of a literal the compiler sees to it that there is such a scope
   * @throws ConfigurationError for what is neither a scope nor a list, such as a whole family, and for a
   * second argument, which would go unseen; ScopeError for a list that holds anything but scopes.
   */
  covers<const Needed extends AnyOAuthScope>(needed: Scopes<ReadScope<Needed>>): boolean
  covers(needed: Scopes, ...more: readonly unknown[]): boolean {
    refuseMore(more)
    this.#covers ??= linodeScopes.covering(this.scopes)
    return this.#covers(needed)
  }

  /**
   * This token, proven to have the scopes: they are looked up in `scopes`, and the type says so from here
   * on. There stands what the server said that it granted; where it named no scope, what was asked for,
   * which was granted then (RFC 6749 §5.1). Only the answer tells, so a token comes from a login, a refresh
   * or a store with nothing proven.
   *
   * @example
   * ```ts
   * const token = (await client.completeLogin(callbackUrl, { pending })).require('linodes:read_write')
   * // OAuthToken<'linodes:read_write'>, good for whatever takes an OAuthToken<'linodes:read_only'> too
   * token.covers('linodes:read_only') // true
   * ```
   * @param needed - one or several, each as a literal or a constant of `OAuthScopes` (a list is spread:
   * `...needs`); of a variable that may hold one of several scopes the compiler learns nothing
   * @throws InsufficientScopeError that names the missing scopes and offers the login that asks for them.
   */
  require<const Needed extends readonly OAuthScope[]>(
    ...needed: Needed
  ): OAuthToken<Granted | ProvenScopes<Needed>> {
    if (this.#grants<Granted | ProvenScopes<Needed>>(needed)) return this
    const missing = linodeScopes.missing(this.scopes, needed)
    throw new InsufficientScopeError(needed, missing, 'read-token', this.scopes)
  }

  #grants<Proven extends OAuthScope>(needed: readonly OAuthScope[]): this is OAuthToken<Proven> {
    return this.covers(needed)
  }

  /**
   * Whether the token's time is over. A token without a time never expires.
   *
   * @param now - milliseconds since 1970; the machine's clock unless told otherwise
   * @throws ConfigurationError for what is no such number.
   */
  isExpired(now: number = Date.now()): boolean {
    const moment = argument('now', now, time)
    return this.expiresAt !== undefined && moment >= this.expiresAt
  }

  /** Whether another token is the same in every field. (`deepStrictEqual` can't see the secrets.) */
  equals(other: OAuthToken): boolean {
    return this.serialize() === other.serialize()
  }

  /** The whole token with its secrets as one text, for a store that keeps it safe. */
  serialize(): string {
    return serializeToken(this)
  }

  /**
   * The token that `serialize` wrote.
   *
   * @throws TokenFormatError for any other text; it quotes nothing of it.
   */
  static deserialize(text: string): OAuthToken {
    return new OAuthToken(deserializeToken(text))
  }

  /** What may be shown: everything but the secrets. */
  toJSON(): Pick<OAuthToken, 'tokenType' | 'scopes' | 'unrequestedScopes' | 'ungrantedScopes' | 'expiresAt'> {
    const { tokenType, scopes, unrequestedScopes, ungrantedScopes, expiresAt } = this
    return { tokenType, scopes, unrequestedScopes, ungrantedScopes, expiresAt }
  }

  /** What `Object.prototype.toString` and the print-outs of runtimes call it. */
  get [Symbol.toStringTag](): string {
    return 'OAuthToken'
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Any time, also beyond what a `Date` can hold. */
const time: Check<number> = /* @__PURE__ */ numberWithin(MILLISECONDS, -Infinity, Infinity)
