/**
 * What a scope is called and allows, in a consent page's words. A subpath of its own, so that an app which
 * doesn't show them doesn't carry them.
 */
import { scopeTexts } from './generated/scope-texts.js'
import type { OAuthScope } from './generated/scopes.js'
import * as linodeScopes from './scopes/linode.js'

export type { OAuthScope } from './generated/scopes.js'

/** What a consent page shows of a scope. */
export interface ScopeDescription {
  /** In canonical form: what an older name or another spelling stands for. */
  readonly scope: string
  /** What the scope is called: `Linodes: read only`. */
  readonly title: string
  /** What it allows, as a whole sentence. */
  readonly description: string
  /** Every known scope that it includes besides itself, in canonical order. */
  readonly includes: readonly string[]
  /** For a scope that is no longer offered: the version of Linode's API document that took it away. */
  readonly removed: string | undefined
}

/**
 * What a consent page shows of a scope.
 *
 * @example
 * ```ts
 * describe('linodes:read_only').title // 'Linodes: read only'
 * describe('linodes:read_write').includes // ['linodes:read_only']
 * ```
 * @param scope - one scope; as a text from elsewhere in any spelling that is read
 * @returns for a text that isn't one known scope `undefined`: there are no words for it
 * @throws ScopeError for more than 64 KiB.
 */
export function describe(scope: OAuthScope): ScopeDescription
/**
 * What a consent page shows of a scope that was read from somewhere; `undefined` for a text
 * that isn't one known scope.
 */
export function describe(scope: string): ScopeDescription | undefined
export function describe(scope: string): ScopeDescription | undefined {
  const [name = '', another] = linodeScopes.parse(scope)
  const words = Object.hasOwn(scopeTexts, name) ? scopeTexts[name] : undefined
  if (words === undefined || another !== undefined) return undefined
  const [title, description, removed] = words
  const includes = linodeScopes.expand(name).filter((included) => included !== name)
  return { scope: name, title, description, includes, removed }
}
