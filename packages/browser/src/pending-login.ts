/** A pending login, read back from the text that it was kept as. */
import type { PendingLogin } from '@linode-login/core'
import {
  absoluteUri,
  type Check,
  codeVerifier,
  FieldError,
  Fields,
  visibleText,
} from '@linode-login/core/internal'

const scopes: Check<readonly string[]> = {
  expected: 'scopes in a list',
  read: (value) =>
    Array.isArray(value) && value.every((scope) => typeof scope === 'string') ? value : undefined,
}

const moment: Check<number> = {
  expected: 'milliseconds since 1970',
  read: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
}

/**
 * A pending login, from the JSON that it was kept as. `undefined` for anything else: any script of the page
 * can write to its storage, and so could an earlier version of this package.
 */
export function decodePendingLogin(json: string): PendingLogin | undefined {
  try {
    const fields = Fields.fromJson(json)
    return {
      issuer: fields.required(visibleText, 'issuer'),
      clientId: fields.required(visibleText, 'clientId'),
      redirectUri: fields.optional(absoluteUri, 'redirectUri'),
      codeVerifier: fields.required(codeVerifier, 'codeVerifier'),
      scopes: fields.required(scopes, 'scopes'),
      ungrantedScopes: fields.optional(scopes, 'ungrantedScopes'),
      expiresAt: fields.required(moment, 'expiresAt'),
      // Those that may be left out too: one that core adds would get lost here without a word.
    } satisfies Record<keyof PendingLogin, unknown>
  } catch (error) {
    if (error instanceof FieldError) return undefined
    throw error
  }
}
