/**
 * Keys that stand twice in one mapping. A reader takes the last and forgets the first, and an import would take
 * what stands under the first for gone.
 */
import { type Document, isScalar, type Node, visit, type YAMLMap } from 'yaml'
import type { Text } from '../../load/text.js'
import type { Fault } from '../../report/fault.js'

/** Whether there is one in a text that is JSON. */
export function hasKeyTwice(json: string): boolean {
  const open: Set<string>[] = []
  for (const [token, key, colon] of json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== undefined && isTaken(open.at(-1), JSON.parse(key ?? ''))) return true
  }
  return false
}

function isTaken(keys: Set<string> | undefined, key: string): boolean {
  return keys?.size === keys?.add(key).size
}

/** A fault for each in what was read. */
export function keysTwice(document: Document, text: Text): readonly Fault[] {
  const faults: Fault[] = []
  visit(document, { Map: (_, map) => void faults.push(...twiceIn(map, text)) })
  return faults
}

function twiceIn({ items }: YAMLMap, text: Text): readonly Fault[] {
  const first = new Map<string, Node>()
  return items.flatMap(({ key }) => {
    // Each merge is a key of its own.
    if (!isScalar(key) || key.value === '<<') return []
    const name = String(key.value)
    const before = first.get(name)
    if (before === undefined) {
      first.set(name, key)
      return []
    }
    const placeOf = ({ range }: Node) => text.place(range?.[0] ?? 0, range?.[1])
    return {
      rule: 'import/duplicate-key',
      place: placeOf(key),
      wrong: `the key "${name}" stands twice`,
      expected: 'each key of a mapping once',
      fix: 'join the two in a copy on this disk, and give that',
      also: [{ place: placeOf(before), says: 'the first stands here' }],
    }
  })
}
