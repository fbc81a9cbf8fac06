/** A token as one text, secrets and all, and back: the form that stores keep. */
import { bearerToken, type Check, scopeText } from '../wire/checks.js'
import { FieldError } from '../wire/field-error.js'
import { Fields } from '../wire/fields.js'
import { type CheckedFields, instant, type OAuthTokenFields, unreadable } from './oauth-token-fields.js'

/** The form that `serialize` writes. */
const VERSION = 1

/** More than the longest token takes. */
const MAX_SERIALIZED = 256 * 1024

/** The fields of a token as one text. */
export function serializeToken(token: CheckedFields): string {
  return JSON.stringify({
    version: VERSION,
    access_token: token.accessToken,
    refresh_token: token.refreshToken,
    scope: token.scopes.join(' '),
    unrequested_scope: token.unrequestedScopes.join(' '),
    ungranted_scope: token.ungrantedScopes.join(' '),
    expires_at: token.expiresAt,
  })
}

/**
 * What `serializeToken` wrote.
 *
 * @throws TokenFormatError for any other text; it quotes nothing of it.
 */
export function deserializeToken(text: string): OAuthTokenFields {
  if (typeof text !== 'string' || text.length > MAX_SERIALIZED) {
    throw unreadable(`expected a text of at most ${MAX_SERIALIZED} characters`)
  }
  try {
    const fields = Fields.fromJson(text)
    if (fields.required(wholeNumber, 'version') > VERSION) {
      throw unreadable('it was written by a newer version of this package', 'unsupported_version')
    }
    return {
      accessToken: fields.required(bearerToken, 'access_token'),
      refreshToken: fields.optional(bearerToken, 'refresh_token'),
      scopes: [fields.required(scopeText, 'scope')],
      unrequestedScopes: [fields.optional(scopeText, 'unrequested_scope') ?? ''],
      ungrantedScopes: [fields.optional(scopeText, 'ungranted_scope') ?? ''],
      expiresAt: fields.optional(instant, 'expires_at'),
    }
  } catch (error) {
    throw error instanceof FieldError ? unreadable(error.message) : error
  }
}

const wholeNumber: Check<number> = {
  expected: 'a whole number',
  read: (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined),
}
