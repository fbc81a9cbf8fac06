/** What a document brings: families and levels that are new, and those that are back. */
import type { FamilyEntry, ScopesDocument } from '../../spec/scopes-document.js'
import type { ApiDocument } from '../api-document.js'
import { type Judgement, scopesOf } from './judge-scopes.js'
import type { ScopeEdit, ScopesPlan, Told } from './plan.js'
import { retirable } from './retirable.js'

/** Plans what the document brings: new families and levels, and families that were retired and are back. */
export function planNewScopes(
  document: ApiDocument,
  scopes: ScopesDocument,
  { families, levels }: Judgement,
): ScopesPlan {
  const edits: ScopeEdit[] = []
  const told: Told[] = []
  for (const [id, declared] of families) {
    const entry = proposal(id, declared, scopes)
    edits.push({ kind: 'family', id, entry })
    told.push({ kind: 'family', key: id, after: entry, text: `${id}, with ${declared.join(', ')}` })
  }
  for (const [id, more] of levels) {
    const before = scopes.families?.[id]?.levels
    const all = [...(before ?? []), ...more]
    const ordered = Object.keys(scopes.levels ?? {}).filter((level) => all.includes(level))
    edits.push({ kind: 'levels', id, levels: ordered })
    const text = more.map((level) => `${id}:${level}`).join(', ')
    told.push({ kind: 'level', key: id, before, after: ordered, text })
  }
  for (const { section, id, texts } of retirable(scopes, (retired) => retired)) {
    if (!texts.some((text) => scopesOf(document).has(text))) continue
    edits.push({ kind: 'revive', section, id })
    told.push({ kind: 'back', key: id, before: scopes[section]?.[id]?.retired, text: id })
  }
  return { edits, told }
}

/** A family as it could be written: a person will know a better name. */
function proposal(id: string, declared: readonly string[], scopes: ScopesDocument): FamilyEntry {
  const { levels = {}, families = {}, folded = {} } = scopes
  const taken = [...Object.values(families), ...Object.values(folded)].map((entry) => entry.name)
  const words = id.split(/[^a-z0-9]+/).filter((word) => word !== '')
  const capital = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  const title = capital.join(' ')
  const plain = capital.join('')
  const name = taken.includes(plain) ? `${plain}2` : plain
  const things = `your ${words.join(' ')}`
  const areTaken = Object.values(families).some((entry) => entry.things === things)
  const [lowest] = Object.keys(levels)
  return {
    name,
    ...(title !== plain && { title }),
    things: areTaken ? `${things} of another kind` : things,
    guessed: true,
    ...(declared.length === 1 && declared[0] === lowest && { levels: declared }),
  }
}
