/**
 * A level that isn't one of `levels` makes no scope, so a misspelt one would silently leave scopes, includes or words
 * out.
 */

import type { Path } from '../../load/source.js'
import { chooseFrom } from '../../report/nearest.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnknownLevel: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const known = Object.keys(scopes.levels ?? {})
  const names = new Set(known)
  return references(scopes)
    .filter(({ level }) => !names.has(level))
    .map(({ level, path, at }): Complaint => {
      const words = known.length === 0 ? { fix: 'write it under "levels"' } : chooseFrom(level, known)
      return { part: 'scopes', path, at, wrong: `there is no level "${level}"`, ...words }
    })
}

interface Reference {
  readonly level: string
  readonly path: Path
  readonly at: 'key' | 'value'
}

function references({ bare, levels = {}, families = {} }: ScopesDocument): Reference[] {
  return [
    ...(bare === undefined ? [] : [{ level: bare, path: ['bare'], at: 'value' } as const]),
    ...Object.entries(levels).flatMap(([id, { includes }]) => items(includes, ['levels', id, 'includes'])),
    ...Object.entries(families).flatMap(([id, family]) => [
      ...items(family.levels, ['families', id, 'levels']),
      ...items(family.retired?.levels, ['families', id, 'retired', 'levels']),
      ...keys(family.descriptions, ['families', id, 'descriptions']),
      ...keys(family.includes, ['families', id, 'includes']),
    ]),
  ]
}

function items(levels: readonly string[] = [], path: Path): Reference[] {
  return levels.map((level, index) => ({ level, path: [...path, index], at: 'value' }))
}

function keys(table: object = {}, path: Path): Reference[] {
  return Object.keys(table).map((level) => ({ level, path: [...path, level], at: 'key' }))
}
