/**
 * What YAML allows but a spec must not hold: keys that stand twice or are no texts, merges, words that are lost, and
 * aliases that lead nowhere or into themselves. One walk over the document finds them all, and what each alias stands for.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
} from 'yaml'
import type { Fault } from '../report/fault.js'
import { chooseFrom } from '../report/nearest.js'
import { EMPTY_BLOCK, emptyBlock, remarkInText, unusedAnchor } from './losses.js'
import type { Text } from './text.js'

/** What a walk over a document found. */
export interface Walk {
  readonly faults: readonly Fault[]
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>
  /** Whether the document can become data: no alias hinders it, and each value ends with its line. */
  readonly expandable: boolean
}

/** Walks over every node in the order of the file; then entries whose keys are at fault are taken out. */
export function walk(document: Document, text: Text): Walk {
  const faults: Fault[] = []
  const kept = new Map<YAMLMap, Pair[]>()
  const anchors = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  let expandable = true
  visit(document, {
    Node: (_, node, path) => {
      if (isMap(node)) kept.set(node, entriesWithout(node, text, faults))
      const loss = isScalar(node) ? (emptyBlock(node, text) ?? remarkInText(node, text)) : undefined
      if (loss !== undefined) faults.push(loss)
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node)
        return
      }
      const target = anchors.get(node.source)
      if (target !== undefined) targets.set(node, target)
      if (target !== undefined && !path.includes(target)) return
      expandable = false
      faults.push(
        target === undefined ? dangling(node, [...anchors.keys()], text) : circular(node, target, text),
      )
    },
  })
  for (const [map, items] of kept) map.items = items
  const used = new Set(targets.values())
  // The alias of an anchor may be one that leads nowhere, by a slip, which is told.
  const isClear = !faults.some(({ rule }) => rule === UNKNOWN_ANCHOR)
  for (const node of isClear ? anchors.values() : [])
    if (!used.has(node)) faults.push(unusedAnchor(node, text))
  const isWhole = !faults.some(({ rule }) => rule === VALUE_GOES_ON || rule === EMPTY_BLOCK)
  return { faults, targets, expandable: expandable && isWhole }
}

/** The entries of a mapping but for those whose key is at fault, which is told. */
function entriesWithout(map: YAMLMap, text: Text, faults: Fault[]): Pair[] {
  const first = new Map<string, Node>()
  const found = map.items.map(({ key }, index) => {
    const fault = goingOn(key, map.items[index - 1]?.value, text) ?? faultOf(key, map, first, text)
    if (fault === undefined && isScalar(key)) first.set(String(key.value), key)
    return fault
  })
  faults.push(
    ...found.flatMap((fault, index) => (fault === undefined ? [] : withThoseBelow(fault, found, index))),
  )
  return map.items.filter((_, index) => found[index] === undefined)
}

/** Where several keys in a row stand twice, the key above them is missing more likely than each is one too many. */
function withThoseBelow(
  fault: Fault,
  found: readonly (Fault | undefined)[],
  index: number,
): readonly Fault[] {
  if (fault.rule !== DUPLICATE) return [fault]
  if (found[index - 1]?.rule === DUPLICATE) return []
  const end = found.findIndex((one, at) => at > index && one?.rule !== DUPLICATE)
  const below = (end < 0 ? found.length : end) - index - 1
  if (below === 0) return [fault]
  const wrong = `${fault.wrong}, and so ${below === 1 ? 'does the next one' : `do the next ${below}`}`
  return [{ ...fault, wrong, fix: 'if a key is missing above it, put that back; else keep one of each two' }]
}

const DUPLICATE = 'load/duplicate-key'

function faultOf(
  key: unknown,
  map: YAMLMap,
  first: ReadonlyMap<string, Node>,
  text: Text,
): Fault | undefined {
  if (!isScalar(key) || typeof key.value !== 'string') return noText(key, map, text)
  const place = placeOf(key, text)
  if (key.value === '<<') {
    const wrong = 'mappings are not merged here, so "<<" is a key like any other'
    return {
      rule: 'load/merge-key',
      place,
      wrong,
      expected: 'keys that the schema knows',
      fix: 'write the keys out',
    }
  }
  const before = first.get(key.value)
  if (before === undefined) return undefined
  const wrong = `the key "${key.value}" stands twice`
  const also = [{ place: placeOf(before, text), says: 'the first stands here' }]
  const expected = 'each key of a mapping once'
  return {
    rule: DUPLICATE,
    place,
    wrong,
    expected,
    fix: 'keep one of the two, or rename one',
    also,
  }
}

const VALUE_GOES_ON = 'load/value-goes-on'

/** Behind a value in brackets or quotes a colon makes a second entry of one line, whose key is empty. */
function goingOn(key: unknown, before: unknown, text: Text): Fault | undefined {
  if (!isScalar(key) || !isNode(before)) return undefined
  const [[from, to], [, end]] = [before.range ?? [0, 0], key.range ?? [0, 0]]
  if (key.source || text.lineOf(to) !== text.lineOf(end) || to > end) return undefined
  return {
    rule: VALUE_GOES_ON,
    place: text.place(from, end),
    wrong: 'this value has ended before the colon behind it',
    expected: 'a text, in quotes where it begins with a bracket',
    fix: 'put all of it in quotes',
  }
}

/**
 * `012`, `true` and `null` are numbers and the like, and would become other keys than those that stand there.
 */
function noText(key: unknown, map: YAMLMap, text: Text): Fault {
  const node = isNode(key) ? key : map
  const place = placeOf(node, text)
  const written = isScalar(key) ? (key.source ?? '') : ''
  const rule = 'load/key-not-text'
  const expected = 'a text, which a number, true, false or null is in quotes only'
  if (written === '')
    return { rule, place, wrong: 'this key is no text', expected, fix: 'write a text before the colon' }
  const wrong = `the key ${written} is not a text`
  return { rule, place, wrong, expected, suggestion: `"${written}"`, fix: `put it in quotes: "${written}"` }
}

const UNKNOWN_ANCHOR = 'load/unknown-anchor'

function dangling(alias: Alias, anchors: readonly string[], text: Text): Fault {
  const named = anchors.map((anchor) => `*${anchor}`)
  const { expected, suggestion, fix } = chooseFrom(`*${alias.source}`, named)
  return {
    rule: UNKNOWN_ANCHOR,
    place: placeOf(alias, text),
    wrong: `there is no anchor &${alias.source} above`,
    expected: anchors.length === 0 ? 'the name of an anchor above' : expected,
    suggestion,
    fix: suggestion === undefined ? 'write the value out, or put it in quotes if a text was meant' : fix,
  }
}

function circular(alias: Alias, target: Node, text: Text): Fault {
  return {
    rule: 'load/circular-alias',
    place: placeOf(alias, text),
    wrong: `what &${alias.source} names holds itself`,
    expected: 'an anchor of what was closed before',
    fix: 'write the value out',
    also: [{ place: placeOf(target, text), says: 'it begins here' }],
  }
}

function placeOf(node: Node, text: Text): Fault['place'] {
  const [from, to] = node.range ?? [0, 0]
  return text.place(from, to)
}
