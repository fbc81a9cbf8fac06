/** An entry that a person laid out in a way of their own: the values that differ change, all else stays. */
import { isDeepStrictEqual } from 'node:util'
import type { YAMLMap } from 'yaml'
import type { OperationEntry } from '../../spec/operations-document.js'
import { inFlow } from './entry-layout.js'
import type { Splices } from './splices.js'
import { addPair, nameOf, pairOf, rangeOf, removePair } from './yaml-pairs.js'

/** Changes an operation's entry in its text. */
export function rewriteEntry(
  map: YAMLMap,
  before: OperationEntry,
  entry: OperationEntry,
  text: string,
  splices: Splices,
): void {
  const old = new Map<string, unknown>(Object.entries(before))
  const values = new Map<string, unknown>(Object.entries(entry))
  const [was, is] = [old, values].map((table) => (table.has('declared') ? 'declared' : 'auth'))
  const stay = map.items.filter((pair) => values.has(nameOf(pair)) || nameOf(pair) === was)
  const declaration = was === undefined ? undefined : pairOf(map, was)
  for (const pair of map.items) {
    const name = pair === declaration && is !== undefined ? is : nameOf(pair)
    if (!stay.includes(pair)) removePair(pair, map, text, splices)
    else if (name !== nameOf(pair)) write(rangeOf(pair.key), name, splices)
    if (stay.includes(pair) && !isDeepStrictEqual(old.get(nameOf(pair)), values.get(name)))
      write(rangeOf(pair.value), inFlow(values.get(name)), splices)
    values.delete(name)
  }
  const order = Object.keys(entry)
  for (const [name, value] of values) {
    const after = stay.findLast((pair) => order.indexOf(nameOf(pair)) < order.indexOf(name)) ?? stay.at(-1)
    if (after !== undefined) addPair(`${name}: ${inFlow(value)}`, after, map, text, splices)
  }
}

function write([from, to]: readonly number[], words: string, splices: Splices): void {
  if (from !== undefined && to !== undefined) splices.replace(from, to, words)
}
