/**
 * A level that no family has makes no scope, and words for a level that a family doesn't have are never read:
 * either is a slip or a leftover, and looks as if it meant something.
 */
import type { FamilyEntry, ScopesDocument } from '../../spec/scopes-document.js'
import { KnownScopes } from '../names/declared-scopes.js'
import type { Complaint, Rule } from '../rule.js'

export const noIdleLevel: Rule = ({ scopes, operations }) => {
  if (scopes === undefined) return []
  const idle = levelsOfNone(scopes)
  // Families that are missing may have them.
  const isSure = idle.length === 0 || new KnownScopes(scopes, operations).missing.size === 0
  return [...(isSure ? idle : []), ...wordsForNone(scopes)]
}

function levelsOfNone({ levels = {}, families = {} }: ScopesDocument): Complaint[] {
  const entries = Object.values(families)
  const used = new Set(entries.flatMap((family) => family.levels ?? Object.keys(levels)))
  return Object.keys(levels)
    .filter((level) => !used.has(level))
    .map(
      (level): Complaint => ({
        part: 'scopes',
        path: ['levels', level],
        at: 'key',
        wrong: `no family has the level "${level}", so it makes no scope`,
        expected: 'levels that families have',
        fix: 'give it to a family, or take it out',
      }),
    )
}

function wordsForNone({ levels = {}, families = {} }: ScopesDocument): Complaint[] {
  return Object.entries(families).flatMap(([id, family]) => {
    if (family.levels === undefined) return []
    const has = new Set(family.levels)
    return keyed(family)
      .filter(([, level]) => Object.hasOwn(levels, level) && !has.has(level))
      .map(
        ([key, level]): Complaint => ({
          part: 'scopes',
          path: ['families', id, key, level],
          at: 'key',
          wrong: `"${id}" does not have the level "${level}", so this means nothing`,
          expected: `one of its levels: ${family.levels?.join(', ')}`,
          fix: 'take it out, or add the level',
          also: [
            { part: 'scopes', path: ['families', id, 'levels'], at: 'key', says: `the levels of "${id}"` },
          ],
        }),
      )
  })
}

function keyed({ descriptions = {}, includes = {} }: FamilyEntry): (readonly [key: string, level: string])[] {
  return [
    ...Object.keys(descriptions).map((level) => ['descriptions', level] as const),
    ...Object.keys(includes).map((level) => ['includes', level] as const),
  ]
}
