/** The answers of the login service. */

import type { Table } from '../../collections/table.js'
import { atCompileTime, type Change, harmless, mono } from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { PicturedMessage } from '../picture/picture.js'
import { compareParts } from './compare-parts.js'
import { pairsOf } from './side-by-side.js'

export function compareMessages(
  before: Table<PicturedMessage>,
  after: Table<PicturedMessage>,
): readonly Change[] {
  const { added, removed, kept } = pairsOf(before, after)
  return [
    ...removed.map(([name]) =>
      atCompileTime('message', 'removed', [name], `The answer ${mono(name)} is gone.`),
    ),
    ...kept.flatMap(([name, old, now]) => {
      const changes = compareParts(name, 'field', old.fields, now.fields)
      if (changes.length > 0 || same(old, now)) return changes
      return [harmless('message', 'words', [name], `The answer ${mono(name)} is described in other words.`)]
    }),
    ...added.map(([name]) => harmless('message', 'added', [name], `The answer ${mono(name)} is new.`)),
  ]
}
