/** Scopes that the hierarchy doesn't know, and those that were probably meant. */
import { OAuthScopes } from '@linode-login/core'
import { nearestAmong } from '@linode-login/core/internal'
import { hierarchy } from '@linode-login/core/scopes'
import { shown } from './shown.js'

/** A scope that isn't known, and the one that was probably meant. */
export interface UnknownScope {
  readonly scope: string
  readonly nearest: string | undefined
}

/** Without those that stand for nothing, such as `linodes:none`. */
const spellings = [
  ...Object.keys(hierarchy.includes),
  OAuthScopes.all,
  ...Object.keys(hierarchy.aliases).filter((alias) => hierarchy.aliases[alias] !== ''),
]

const nearest = nearestAmong(spellings)

/** Those that aren't known, each with what was probably meant. */
export function unknownAmong(scopes: readonly string[]): UnknownScope[] {
  return scopes
    .filter((scope) => !OAuthScopes.isKnown(scope))
    .map((scope) => {
      const [meant] = nearest(scope)
      return { scope, nearest: meant && OAuthScopes.serialize(meant) }
    })
}

/** What to say of one, on a line of its own. */
export function unknownInWords({ scope, nearest: meant }: UnknownScope): string {
  return `${shown(scope)} isn't known.${meant === undefined ? '' : ` Did you mean ${meant}?`}`
}
