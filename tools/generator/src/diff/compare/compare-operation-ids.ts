/** The ids by which apps name operations: gone, changed, or standing for another operation. */
import { own } from '../../collections/own.js'
import type { Table } from '../../collections/table.js'
import { atCompileTime, atRunTime, type Change, mono } from '../change.js'
import type { PicturedOperation } from '../picture/picture.js'

/** @param nowAt - the key that each operation which is still there has now, by its older one. */
export function compareOperationIds(
  before: Table<PicturedOperation>,
  after: Table<PicturedOperation>,
  nowAt: ReadonlyMap<string, string>,
): readonly Change[] {
  const newer = new Map(Object.entries(after).map(([key, { id }]) => [id, key]))
  return Object.entries(before).flatMap(([key, { id, needs }]): Change[] => {
    const [expected, meant] = [nowAt.get(key), newer.get(id)]
    if (meant !== undefined && meant !== expected) {
      const words = `The id ${mono(id)} now stands for ${mono(meant)} instead of ${mono(expected ?? key)}.`
      return [atRunTime('operation', 'default', [id], words, { before: expected ?? key, after: meant })]
    }
    const now = expected === undefined ? undefined : own(after, expected)
    if (expected === undefined || now === undefined || now.id === id) return []
    const words = `The id ${mono(id)} of ${mono(expected)} is now ${mono(now.id)}.`
    // No type holds the ids of operations that take a personal access token.
    return [
      (needs === 'pat' ? atRunTime : atCompileTime)('operation', 'renamed', [id], words, {
        before: id,
        after: now.id,
      }),
    ]
  })
}
