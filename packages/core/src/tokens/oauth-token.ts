/** A token: what is known of it, and its secrets out of sight. */
import { checked as argument } from '../arguments/arguments.js'
import type { TokenFormatErrorCode } from '../errors/error-codes.js'
import { TokenFormatError } from '../errors/errors.js'
import { InsufficientScopeError } from '../errors/insufficient-scope-error.js'
import type { OAuthScope } from '../generated/scopes.js'
import * as linodeScopes from '../scopes/linode.js'
import type { Scopes } from '../scopes/scope-index.js'
import type { AnyOAuthScope, CoveredScopes, ProvenScopes } from '../scopes/typed.js'
import { bearerToken, type Check, numberWithin, scopeText } from '../wire/checks.js'
import { FieldError } from '../wire/field-error.js'
import { Fields } from '../wire/fields.js'

/** What a token is made from. */
export interface OAuthTokenFields {
  /** The secret that API calls carry (RFC 6750 §2.1). */
  readonly accessToken: string
  /** Left out where the server gave none: to a public client. */
  readonly refreshToken?: string | undefined
  /** The scopes that the token has. */
  readonly scopes: readonly string[]
  /** Those of them that nobody asked for. */
  readonly unrequestedScopes?: readonly string[] | undefined
  /** Scopes that logins asked for and did not get. */
  readonly ungrantedScopes?: readonly string[] | undefined
  /** Milliseconds since 1970; left out where the server didn't say. */
  readonly expiresAt?: number | undefined
}

/** The form that `serialize` writes. */
const VERSION = 1

/** More than the longest token takes. */
const MAX_SERIALIZED = 256 * 1024

/**
 * An access token and what is known of it. It never changes, and it is safe to log: printing, inspecting, spreading or
 * stringifying it shows no secret. Secrets come out by name only: `accessToken`, `refreshToken`, `serialize()`.
 *
 * `OAuthToken<'linodes:read_write'>` is a token that is proven to have that scope, by `require`: a function that takes
 * one refuses at compile time a token that is known to have less, or of which nothing is known. A plain `OAuthToken` is
 * any token.
 *
 * @typeParam Granted - the scopes that the token is proven to have
 */
export class OAuthToken<Granted extends OAuthScope = never> {
  /** For the compiler alone: there is no such property. */
  declare protected readonly granted: CoveredScopes<Granted>
  readonly #accessToken: string
  readonly #refreshToken: string | undefined
  /** Worked out with the first question: most tokens are stored and sent, not asked. */
  #covers: ((needed: Scopes) => boolean) | undefined
  /** The secret that API calls carry, in the header `Authorization: Bearer …` and nowhere else (RFC 6750 §2). */
  declare readonly accessToken: string
  /** The secret that a new access token is asked for with. */
  declare readonly refreshToken: string | undefined
  /** How the token is used: whoever bears it may (RFC 6750). */
  readonly tokenType: 'bearer' = 'bearer'
  /** The scopes that the token has, in canonical form; those asked for where the server didn't say. */
  readonly scopes: readonly AnyOAuthScope[]
  /** Scopes among them that go beyond what was asked for. A server should never grant such; decide before using them. */
  readonly unrequestedScopes: readonly AnyOAuthScope[]
  /**
   * Scopes that its login asked for and did not get: the user or the server declined. A refreshed token has them too, and
   * no step-up asks for them again.
   */
  readonly ungrantedScopes: readonly AnyOAuthScope[]
  /** When it ends, in milliseconds since 1970. Without it the token is good until a call is answered with 401. */
  readonly expiresAt: number | undefined

  /** @throws TokenFormatError for a field that can't be one of a token. */
  // Of a token that is only made nothing is proven yet, whatever type the place for it has.
  constructor(fields: [Granted] extends [never] ? OAuthTokenFields : never) {
    if (typeof fields !== 'object' || fields === null) throw unreadable('fields: expected an object')
    this.#accessToken = checked('accessToken', fields.accessToken, bearerToken)
    this.#refreshToken = optional('refreshToken', fields.refreshToken, bearerToken)
    this.scopes = checkedScopes('scopes', fields.scopes ?? null)
    this.unrequestedScopes = checkedScopes('unrequestedScopes', fields.unrequestedScopes)
    this.ungrantedScopes = checkedScopes('ungrantedScopes', fields.ungrantedScopes)
    this.expiresAt = optional('expiresAt', fields.expiresAt, instant)
    Object.freeze(this)
  }

  // The secrets are answered for by name, from a prototype that lists nothing: inspectors, test runners and error
  // trackers walk prototypes and call the getters that they find.
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
  }

  /**
   * Whether the token has every needed scope.
   *
   * @throws ConfigurationError for what is neither a scope nor a list, such as a whole family; ScopeError for a list that
   * holds anything but scopes.
   */
  covers(needed: Scopes<AnyOAuthScope>): boolean {
    this.#covers ??= linodeScopes.covering(this.scopes)
    return this.#covers(needed)
  }

  /**
   * This token, proven to have the scopes: they are looked up in `scopes`, and the type says so from here on. There stands
   * what the server said that it granted; where it named no scope, what was asked for, which was granted then (RFC 6749
   * §5.1). Only the answer tells, so a token comes from a login, a refresh or a store with nothing proven.
   *
   * @example
   * ```ts
   * const token = (await client.completeLogin(callbackUrl, { pending })).require('linodes:read_write')
   * // OAuthToken<'linodes:read_write'>, good for whatever takes an OAuthToken<'linodes:read_only'> too
   * ```
   * @param needed - each as a literal or a constant of `OAuthScopes`; of a variable that may hold one of several scopes
   * the compiler learns nothing
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
    return JSON.stringify({
      version: VERSION,
      access_token: this.#accessToken,
      refresh_token: this.#refreshToken,
      scope: this.scopes.join(' '),
      unrequested_scope: this.unrequestedScopes.join(' '),
      ungranted_scope: this.ungrantedScopes.join(' '),
      expires_at: this.expiresAt,
    })
  }

  /**
   * The token that `serialize` wrote.
   *
   * @throws TokenFormatError for any other text; it quotes nothing of it.
   */
  static deserialize(text: string): OAuthToken {
    if (typeof text !== 'string' || text.length > MAX_SERIALIZED) {
      throw unreadable(`expected a text of at most ${MAX_SERIALIZED} characters`)
    }
    try {
      const fields = Fields.fromJson(text)
      if (fields.required(wholeNumber, 'version') > VERSION) {
        throw unreadable('it was written by a newer version of this package', 'unsupported_version')
      }
      return new OAuthToken({
        accessToken: fields.required(bearerToken, 'access_token'),
        refreshToken: fields.optional(bearerToken, 'refresh_token'),
        scopes: [fields.required(scopeText, 'scope')],
        unrequestedScopes: [fields.optional(scopeText, 'unrequested_scope') ?? ''],
        ungrantedScopes: [fields.optional(scopeText, 'ungranted_scope') ?? ''],
        expiresAt: fields.optional(instant, 'expires_at'),
      })
    } catch (error) {
      throw error instanceof FieldError ? unreadable(error.message) : error
    }
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

const wholeNumber: Check<number> = {
  expected: 'a whole number',
  read: (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined),
}

/** The last moment that a `Date` can hold. */
const MAX_INSTANT = 8.64e15

const MILLISECONDS = 'a number of milliseconds since 1970'

const instant: Check<number> = /* @__PURE__ */ numberWithin(MILLISECONDS, 0, MAX_INSTANT)

/** Any time, also beyond what a `Date` can hold. */
const time: Check<number> = /* @__PURE__ */ numberWithin(MILLISECONDS, -Infinity, Infinity)

function unreadable(why: string, code: TokenFormatErrorCode = 'malformed'): TokenFormatError {
  return new TokenFormatError({ code, operation: 'read-token', message: `The token can't be read: ${why}.` })
}

function checked<T>(field: string, value: unknown, check: Check<T>): T {
  const read = check.read(value)
  if (read === undefined) throw unreadable(`${field}: expected ${check.expected}`)
  return read
}

function optional<T>(field: string, value: unknown, check: Check<T>): T | undefined {
  return value === undefined ? undefined : checked(field, value, check)
}

function checkedScopes(field: string, scopes: readonly string[] | null = []): readonly string[] {
  if (!Array.isArray(scopes)) throw unreadable(`${field}: expected a list of scopes`)
  return Object.freeze(linodeScopes.parse(checked(field, scopes.join(' '), scopeText)))
}
