import type { LoginOperation } from '../error-codes.js'
import { ScopeError } from '../errors.js'
import { hierarchy } from '../generated/hierarchy.js'
import type { OAuthScope } from '../generated/scopes.js'
import { cleanText } from '../redact.js'
import { linodeScopes } from './linode.js'

/** A scope to ask for: one of Linode's, or, as a plain string, one that is newer than this package. */
export type RequestedScope = OAuthScope | (string & {})

const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/

/**
 * Scopes to ask for, in canonical form. Reading is lenient, asking is strict: each must be one scope-token of RFC 6749
 * §3.3 and hold no separator, so that one scope never turns into two.
 *
 * @throws ScopeError with the code `malformed`.
 */
export function readRequested(
  scopes: RequestedScope | readonly RequestedScope[] | undefined = [],
  operation: LoginOperation,
): string[] {
  const list = typeof scopes === 'string' ? [scopes] : scopes
  for (const scope of list) {
    if (
      typeof scope === 'string' &&
      scopeToken.test(scope) &&
      !Array.from(hierarchy.separators.read).some((one) => scope.includes(one))
    )
      continue
    const message = `scopes: expected one scope each, not "${cleanText(String(scope))}"`
    throw new ScopeError({ code: 'malformed', operation, message })
  }
  return linodeScopes.parse(list.join(hierarchy.separators.write))
}
