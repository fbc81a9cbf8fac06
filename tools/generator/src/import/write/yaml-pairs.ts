/** Changes of a mapping's entries in its text, whether it is written in lines or between brackets. */
import { isScalar, type Pair, type Range, type YAMLMap } from 'yaml'
import { lineEnd, lineStart, nextLine, type Splices, trimEnd } from './splices.js'

/** The name of an entry. */
export function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : ''
}

/** The entry of a mapping under a key. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => nameOf(pair) === key)
}

/** Where a node of a document stands: from, to, and to with what belongs to it behind. */
export function rangeOf(node: unknown): Range {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  return Array.isArray(range) ? [Number(range[0]), Number(range[1]), Number(range[2])] : [0, 0, 0]
}

/** Where an entry ends, without blanks and remarks behind it. */
export function endOf({ key, value }: Pair, text: string): number {
  const [from, to] = rangeOf(key)
  return trimEnd(text, from, Math.max(to, rangeOf(value)[1]))
}

/** Puts an entry behind another, on a line of its own where the other has one. */
export function addPair(written: string, after: Pair, map: YAMLMap, text: string, splices: Splices): void {
  const end = endOf(after, text)
  const [from] = rangeOf(after.key)
  const indent = text.slice(lineStart(text, from), from)
  const ownLine = indent.trim() === '' ? `\n${indent}` : ' '
  if (map.flow) splices.insert(end, `,${ownLine}${written}`)
  else splices.insert(lineEnd(text, end), `${ownLine}${written}`)
}

/** Takes an entry out, with its line or its comma. */
export function removePair(pair: Pair, map: YAMLMap, text: string, splices: Splices): void {
  const at = map.items.indexOf(pair)
  const [from] = rangeOf(pair.key)
  const end = endOf(pair, text)
  const [before, after] = [map.items[at - 1], map.items[at + 1]]
  if (!map.flow) splices.replace(lineStart(text, from), nextLine(text, end), '')
  else if (before !== undefined) splices.replace(endOf(before, text), end, '')
  else splices.replace(from, after === undefined ? end : rangeOf(after.key)[0], '')
}
