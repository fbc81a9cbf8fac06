/** Scopes to ask for, read strictly. */
import type { LoginOperation } from '../errors/error-codes.js'
import { hierarchy } from '../generated/hierarchy.js'
import * as linodeScopes from './linode.js'
import { noScope, type Scopes } from './scope-index.js'

const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/

/**
 * Scopes to ask for, in canonical form; none where they are left out. Reading is lenient, asking
 * is strict: each must be one scope-token of RFC 6749 §3.3 and hold no separator, so that one
 * scope never turns into two.
 *
 * @throws ScopeError with the code `malformed`.
 */
export function readRequested(scopes: Scopes | undefined, operation: LoginOperation): string[] {
  const list = typeof scopes === 'string' ? [scopes] : (scopes ?? [])
  for (const scope of list) {
    if (
      typeof scope === 'string' &&
      scopeToken.test(scope) &&
      !Array.from(hierarchy.separators.read).some((one) => scope.includes(one))
    )
      continue
    throw noScope(scope, operation)
  }
  return linodeScopes.parse(list.join(hierarchy.separators.write))
}
