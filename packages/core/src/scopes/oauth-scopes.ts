/**
 * What `OAuthScopes` holds: each family's scopes, and what can be asked of scopes,
 * bound to Linode's hierarchy.
 */
import { hierarchy } from '../generated/hierarchy.js'
import type { OAuthScope } from '../generated/scopes.js'

export * from '../generated/scopes.js'
export {
  compare,
  covers,
  equals,
  expand,
  explain,
  intersect,
  minimize,
  missing,
  parse,
  serialize,
  union,
} from './linode.js'

/**
 * Whether a scope is one that this package knows by its own name, so that it may be asked for.
 *
 * @example
 * ```ts
 * isKnown('linodes:read_only') // true
 * isKnown('rockets:fly') // false
 * ```
 */
export function isKnown(scope: string): scope is OAuthScope {
  return scope === hierarchy.wildcard || Object.hasOwn(hierarchy.includes, scope)
}
