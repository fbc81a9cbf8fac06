/** Two tables side by side. */
import type { Table } from '../../collections/table.js'

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
