/** What a token is made from, checked. */
import { given } from '../arguments/arguments.js'
import type { TokenFormatErrorCode } from '../errors/error-codes.js'
import { TokenFormatError } from '../errors/errors.js'
import * as linodeScopes from '../scopes/linode.js'
import type { AnyOAuthScope } from '../scopes/typed.js'
import { bearerToken, type Check, numberWithin, oneOf, scopeText } from '../wire/checks.js'

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
  /** As every token has it, so that one can be made from the parts of another. */
  readonly tokenType?: 'bearer' | undefined
}

const names: readonly (keyof OAuthTokenFields)[] = [
  'accessToken',
  'refreshToken',
  'scopes',
  'unrequestedScopes',
  'ungrantedScopes',
  'expiresAt',
  'tokenType',
]

/** The fields of a token, their scopes in canonical form. */
export interface CheckedFields {
  readonly accessToken: string
  readonly refreshToken: string | undefined
  readonly scopes: readonly AnyOAuthScope[]
  readonly unrequestedScopes: readonly AnyOAuthScope[]
  readonly ungrantedScopes: readonly AnyOAuthScope[]
  readonly expiresAt: number | undefined
}

/**
 * @throws TokenFormatError for a field that can't be one of a token; ConfigurationError
 * for one that there isn't.
 */
export function checkedFields(fields: OAuthTokenFields): CheckedFields {
  if (typeof fields !== 'object' || fields === null) throw unreadable('fields: expected an object')
  given(fields, names)
  optional('tokenType', fields.tokenType, oneOf('bearer'))
  return {
    accessToken: checked('accessToken', fields.accessToken, bearerToken),
    refreshToken: optional('refreshToken', fields.refreshToken, bearerToken),
    scopes: checkedScopes('scopes', fields.scopes),
    unrequestedScopes: checkedScopes('unrequestedScopes', fields.unrequestedScopes ?? []),
    ungrantedScopes: checkedScopes('ungrantedScopes', fields.ungrantedScopes ?? []),
    expiresAt: optional('expiresAt', fields.expiresAt, instant),
  }
}

function checked<T>(field: string, value: unknown, check: Check<T>): T {
  const read = check.read(value)
  if (read === undefined) throw unfit(field, value, check.expected)
  return read
}

function unfit(field: string, value: unknown, expected: string): TokenFormatError {
  return unreadable(`${field}: expected ${expected}${value === undefined ? '; it is missing' : ''}`)
}

function optional<T>(field: string, value: unknown, check: Check<T>): T | undefined {
  return value === undefined ? undefined : checked(field, value, check)
}

function checkedScopes(field: string, scopes: readonly string[]): readonly AnyOAuthScope[] {
  if (!Array.isArray(scopes)) throw unfit(field, scopes, 'a list of scopes')
  return Object.freeze(linodeScopes.parse(checked(field, scopes.join(' '), scopeText)))
}

/** The last moment that a `Date` can hold. */
const MAX_INSTANT = 8.64e15

export const MILLISECONDS = 'a number of milliseconds since 1970'

/** When a token ends. */
export const instant: Check<number> = /* @__PURE__ */ numberWithin(MILLISECONDS, 0, MAX_INSTANT)

/** Says of what should be a token why it is none. It quotes nothing of it. */
export function unreadable(why: string, code: TokenFormatErrorCode = 'malformed'): TokenFormatError {
  return new TokenFormatError({ code, operation: 'read-token', message: `The token can't be read: ${why}.` })
}
