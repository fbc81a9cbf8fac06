/** Two tables or two lists side by side. */
import { groupBy } from '../../collections/group-by.js'
import type { Table } from '../../collections/table.js'
import { canonical } from '../picture/canonical-json.js'

/** What stands on one side only, and what on both. */
export interface Pairs<T> {
  readonly added: readonly (readonly [name: string, after: T])[]
  readonly removed: readonly (readonly [name: string, before: T])[]
  readonly kept: readonly (readonly [name: string, before: T, after: T])[]
}

/** Joins two tables by their names; in the second one's order, and the first one's for what is gone. */
export function pairsOf<T>(before: Table<T>, after: Table<T>): Pairs<T> {
  const [older, newer] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return {
    added: [...newer].filter(([name]) => !older.has(name)),
    removed: [...older].filter(([name]) => !newer.has(name)),
    kept: [...newer].flatMap(([name, value]) => {
      const old = older.get(name)
      return old === undefined ? [] : [[name, old, value] as const]
    }),
  }
}

/** What only one of two lists holds. */
export function lostAndGained(
  before: readonly string[],
  after: readonly string[],
): { readonly lost: readonly string[]; readonly gained: readonly string[] } {
  return {
    lost: before.filter((value) => !after.includes(value)),
    gained: after.filter((value) => !before.includes(value)),
  }
}

/**
 * The new name of each thing that was renamed: of what is gone, that of the one new thing which is the same but for
 * its name. Where several are alike, none can be told to be it.
 */
export function renamedIn<T>(
  { added, removed }: Pick<Pairs<T>, 'added' | 'removed'>,
  withoutName: (value: T) => unknown,
): ReadonlyMap<string, string> {
  const likeness = ([, value]: readonly [string, T]) => canonical(withoutName(value))
  const newer = groupBy(added, likeness)
  return new Map(
    [...groupBy(removed, likeness)].flatMap(([like, [[name], ...twins]]) => {
      const [heir, ...others] = newer.get(like) ?? []
      return heir === undefined || twins.length + others.length > 0 ? [] : [[name, heir[0]]]
    }),
  )
}
