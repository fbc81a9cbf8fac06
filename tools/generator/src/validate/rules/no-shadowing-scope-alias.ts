/**
 * An old spelling that is also a scope, or that stands for two scopes, would turn one grant into another without a
 * word.
 */
import { type Alias, listAliases } from '../../model/read-aliases.js'
import { declaredScopes } from '../declared-scopes.js'
import type { Complaint, Rule } from '../rule.js'

export const noShadowingScopeAlias: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const known = new Set(declaredScopes(scopes).map(({ text }) => text))
  const seen = new Map<string, Alias>()
  const found = new Map<string, Complaint>()
  for (const entry of listAliases(scopes)) {
    const other = seen.get(entry.alias)
    // A former family repeats what is wrong with the levels; that is told where the levels stand.
    const echo = entry.from[0] === 'folded' && other?.from.join() === entry.from.join()
    const wrong = echo ? undefined : objection(entry, known, other)
    const key = JSON.stringify(entry.from)
    if (wrong !== undefined && !found.has(key)) {
      const at = typeof entry.from.at(-1) === 'number' ? 'value' : 'key'
      found.set(key, { part: 'scopes', path: entry.from, at, wrong, fix: 'rename it or take it out' })
    }
    if (!seen.has(entry.alias)) seen.set(entry.alias, entry)
  }
  return found.values()
}

function objection(
  { alias, scope }: Alias,
  known: ReadonlySet<string>,
  other: Alias | undefined,
): string | undefined {
  if (known.has(alias))
    return `this makes "${alias}" another spelling of ${shown(scope)}, but it is a scope itself`
  if (other === undefined || other.scope === scope) return undefined
  return `this makes "${alias}" another spelling of ${shown(scope)}, but it stands for ${shown(other.scope)} already`
}

function shown(scope: string): string {
  return scope === '' ? 'no scope' : `"${scope}"`
}
