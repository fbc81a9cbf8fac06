/** Scopes as the command line takes and shows them. */
import { OAuthScopes } from '@linode-login/core'
import { nearestWords } from '@linode-login/core/engine'
import { hierarchy } from '@linode-login/core/scopes'
import { Refusal } from './refusal.js'
import { shown } from './shown.js'

/** A scope that isn't known, and the one that was probably meant. */
export interface UnknownScope {
  readonly scope: string
  readonly nearest: string | undefined
}

const names: readonly string[] = [...Object.keys(hierarchy.includes), OAuthScopes.all]
const spellings: readonly string[] = [...names, ...Object.keys(hierarchy.aliases)]

/**
 * Scopes in canonical form, of a text with spaces, commas or line breaks, or of a list in JSON.
 *
 * @throws Refusal for a list of something else, and for more than 64 KiB.
 */
export function readScopes(text: string): string[] {
  const listed = text.trimStart().startsWith('[') ? fromJson(text) : text
  if (listed.length > 64 * 1024) throw new Refusal('usage', 'Scopes: at most 64 KiB are read.')
  return OAuthScopes.parse(listed.replace(/\s+/g, ' '))
}

function fromJson(text: string): string {
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list) && list.every((one) => typeof one === 'string')) return list.join(' ')
  } catch {
    // Said below: the error of JSON.parse quotes the text.
  }
  throw new Refusal('usage', 'Scopes: a list in JSON must hold texts, as in ["linodes:read_only"].')
}

/** Those that aren't known, each with what was probably meant. */
export function unknownAmong(scopes: readonly string[]): UnknownScope[] {
  return scopes
    .filter((scope) => !names.includes(scope))
    .map((scope) => {
      const [meant] = nearestWords(scope, spellings)
      return { scope, nearest: meant && OAuthScopes.serialize(meant) }
    })
}

/** What to say of one, on a line of its own. */
export function unknownInWords({ scope, nearest: meant }: UnknownScope): string {
  return `${shown(scope)} isn't known.${meant === undefined ? '' : ` Did you mean ${meant}?`}`
}

/** What else is read as a scope. */
export function spellingsOf(scope: string): string[] {
  return Object.keys(hierarchy.aliases).filter((alias) => hierarchy.aliases[alias] === scope)
}

/** How code names a scope: `OAuthScopes.Linodes.readOnly`; as a literal where it has no name. */
export function codeFor(scope: string): string {
  const found = Object.entries(OAuthScopes).flatMap(([name, value]): string[] => {
    if (value === scope) return [name]
    if (typeof value !== 'object') return []
    return Object.entries(value).flatMap(([level, text]) => (text === scope ? [`${name}.${level}`] : []))
  })
  // Former families have the same scopes under their old names.
  const start = (scope.split(':')[0] ?? '').replaceAll('_', '')
  const name = found.find((one) => one.toLowerCase().startsWith(start)) ?? found[0]
  return name === undefined ? `'${scope.replaceAll(/['\\]/g, '\\$&')}'` : `OAuthScopes.${name}`
}

/** The line of code that asks for scopes. */
export function askingLine(scopes: readonly string[]): string {
  return `client.beginLogin({ scopes: [${scopes.map(codeFor).join(', ')}], pending })`
}
