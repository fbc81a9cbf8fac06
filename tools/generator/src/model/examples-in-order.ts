/**
 * The order in which examples are shown. Their keys have none in YAML, like those of all mappings: they stand
 * as the schema of their list has them, and those that it leaves open by name.
 */

import { own } from '../collections/own.js'
import { oncePer } from '../reuse/once-per.js'
import type { Form, VectorList } from './vector-list.js'

/** The lists, with the keys of each example in the order of the outputs. */
export const examplesInOrder: (lists: readonly VectorList[]) => readonly VectorList[] = oncePer((lists) =>
  lists.map((list) => ({
    ...list,
    examples: list.examples.map((example) => ordered(example, list.form)),
  })),
)

/** A mapping with its keys in order, at every depth. */
function ordered<T extends object>(table: T, { properties = {} }: Form): T {
  const known = Object.keys(properties).filter((key) => Object.hasOwn(table, key))
  const open = Object.keys(table).filter((key) => !Object.hasOwn(properties, key))
  const entries = Object.entries(table).map(([key, value]) => [key, inOrder(value, own(properties, key))])
  // The keys are laid down in their order first, and then get their values.
  return Object.assign(
    Object.fromEntries([...known, ...open.sort()].map((key) => [key, undefined])),
    table,
    Object.fromEntries(entries),
  )
}

function inOrder(value: unknown, form: Form = {}): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder(item, form.items))
  return typeof value === 'object' && value !== null ? ordered(value, form) : value
}
