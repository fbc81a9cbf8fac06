/**
 * A level that isn't one of `levels` makes no scope, so a misspelt one would silently leave
 * scopes, includes or words out.
 */

import type { Path } from '../../load/source.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { type Reference, unknownAmong } from '../names/references.js'
import type { Rule } from '../rule.js'

export const noUnknownLevel: Rule = ({ scopes }) =>
  scopes === undefined ? [] : unknownAmong(levelsIn(scopes), 'level', Object.keys(scopes.levels ?? {}))

function levelsIn({ bare, levels = {}, families = {} }: ScopesDocument): Reference[] {
  return [
    ...(bare === undefined ? [] : [{ name: bare, part: 'scopes', path: ['bare'], at: 'value' } as const]),
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
  return levels.map((name, index) => ({ name, part: 'scopes', path: [...path, index], at: 'value' }))
}

function keys(table: object = {}, path: Path): Reference[] {
  return Object.keys(table).map((name) => ({ name, part: 'scopes', path: [...path, name], at: 'key' }))
}
