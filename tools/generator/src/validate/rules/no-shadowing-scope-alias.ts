/**
 * An old spelling that is also a scope, or that stands for two scopes, would turn one grant
 * into another without a word.
 */
import { type Alias, listAliases } from '../../model/read-aliases.js'
import { type DeclaredScope, declaredScopes } from '../names/declared-scopes.js'
import type { Complaint, Rule, Spot } from '../rule.js'

export const noShadowingScopeAlias: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const known = new Map(declaredScopes(scopes).map((scope) => [scope.text, scope]))
  const seen = new Map<string, Alias>()
  const found = new Map<string, Complaint>()
  for (const entry of listAliases(scopes)) {
    const [section, id] = entry.from
    // A former family that is one of today as well is told by a rule of its own.
    if (section === 'folded' && Object.hasOwn(scopes.families ?? {}, String(id))) continue
    const other = seen.get(entry.alias)
    // A former family repeats what is wrong with the levels; that is told where the levels stand.
    const echo = section === 'folded' && other?.from.join() === entry.from.join()
    const words = echo ? undefined : objection(entry, known.get(entry.alias), other)
    const key = JSON.stringify(entry.from)
    if (words !== undefined && !found.has(key)) found.set(key, { ...spotOf(entry), ...words })
    if (!seen.has(entry.alias)) seen.set(entry.alias, entry)
  }
  return found.values()
}

function objection(
  { alias, scope }: Alias,
  known: DeclaredScope | undefined,
  other: Alias | undefined,
): Pick<Complaint, 'wrong' | 'expected' | 'fix' | 'also'> | undefined {
  const makes = `this makes "${alias}" another spelling of ${shown(scope)}`
  const [expected, fix] = ['spellings that each stand for one scope', 'rename it or take it out']
  if (known !== undefined) {
    const { text, ...spot } = known
    return {
      wrong: `${makes}, but it is a scope itself`,
      expected,
      fix,
      also: [{ ...spot, says: `"${text}" is declared here` }],
    }
  }
  if (other === undefined || other.scope === scope) return undefined
  const also = [{ ...spotOf(other), says: `"${alias}" stands for ${shown(other.scope)} by this` }]
  return { wrong: `${makes}, but it stands for ${shown(other.scope)} already`, expected, fix, also }
}

function spotOf({ from }: Alias): Spot {
  return { part: 'scopes', path: from, at: typeof from.at(-1) === 'number' ? 'value' : 'key' }
}

function shown(scope: string): string {
  return scope === '' ? 'no scope' : `"${scope}"`
}
