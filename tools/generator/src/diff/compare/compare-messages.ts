/** The answers of the login service. */

import type { Table } from '../../collections/table.js'
import { atCompileTime, type Change, harmless, mono } from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { PicturedMessage } from '../picture/picture.js'
import { compareParts } from './compare-parts.js'
import { pairsOf, renamedIn } from './side-by-side.js'

/** The new name of each message that has the same fields under another one. */
export function renamedMessages(
  before: Table<PicturedMessage>,
  after: Table<PicturedMessage>,
): ReadonlyMap<string, string> {
  return renamedIn(pairsOf(before, after), ({ fields }) => fields)
}

/** @param renamed - the new names of those that have another. */
export function compareMessages(
  before: Table<PicturedMessage>,
  after: Table<PicturedMessage>,
  renamed: ReadonlyMap<string, string>,
): readonly Change[] {
  const { added, removed, kept } = pairsOf(before, after)
  const heirs = new Set(renamed.values())
  return [
    ...removed.map(([name]) => {
      const heir = renamed.get(name)
      if (heir === undefined)
        return atCompileTime('message', 'removed', [name], `The answer ${mono(name)} is gone.`)
      const words = `The answer ${mono(name)} is now called ${mono(heir)}.`
      return atCompileTime('message', 'renamed', [name], words, { before: name, after: heir })
    }),
    ...kept.flatMap(([name, old, now]) => {
      const changes = compareParts(name, 'field', old.fields, now.fields)
      if (changes.length > 0 || same(old, now)) return changes
      return [harmless('message', 'words', [name], `The answer ${mono(name)} is described in other words.`)]
    }),
    ...added
      .filter(([name]) => !heirs.has(name))
      .map(([name]) => harmless('message', 'added', [name], `The answer ${mono(name)} is new.`)),
  ]
}
