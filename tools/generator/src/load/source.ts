import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
} from 'yaml'
import type { Place } from '../report/fault.js'

/** The keys and indexes that lead from a document's root to one of its values. */
export type Path = readonly (string | number)[]

/** A file of the spec as plain data that remembers where everything stood. */
export interface Source {
  readonly file: string
  readonly data: unknown
  /**
   * Where the value at a path stands, or its key. Where a path leads to nothing, the nearest thing above it is meant;
   * where a value takes many lines, its key is.
   */
  place(path: Path, what: 'key' | 'value'): Place
}

/** Joins a document's data with the places of its nodes. */
export function sourceOf(file: string, text: string, document: Document, lines: LineCounter): Source {
  return {
    file,
    data: document.toJS(),
    place: (path, what) => {
      const { key, value } = find(document, path)
      const node = what === 'key' || value === undefined || isLong(value) ? (key ?? value) : value
      const [from, to] = node?.range ?? [0, 0]
      return placeAt(file, text, lines, from, to)
    },
  }
}

/** The place of the characters from one offset up to another, cut at the end of the line. */
export function placeAt(
  file: string,
  text: string,
  lines: LineCounter,
  from: number,
  to: number = from,
): Place {
  const { line, col } = lines.linePos(Math.min(from, text.length))
  const start = lines.lineStarts[line - 1] ?? 0
  const end = text.slice(start).search(/\r?\n|$/) + start
  return {
    file,
    line: Math.max(1, line),
    column: Math.max(1, col),
    width: Math.max(1, Math.min(to, end) - from),
    text: text.slice(start, end),
  }
}

interface Found {
  readonly key: Node | undefined
  readonly value: Node | undefined
}

function find(document: Document, path: Path): Found {
  let found: Found = { key: undefined, value: resolved(document, document.contents) }
  for (const step of path) {
    const next = child(document, found.value, step)
    if (next === undefined) break
    found = next
  }
  return found
}

function child(document: Document, parent: Node | undefined, step: string | number): Found | undefined {
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    if (pair === undefined) return undefined
    return { key: isNode(pair.key) ? pair.key : undefined, value: resolved(document, pair.value) }
  }
  if (!isSeq(parent)) return undefined
  const item = parent.items[Number(step)]
  return item === undefined ? undefined : { key: undefined, value: resolved(document, item) }
}

/** What an alias (`*name`) stands for; any other node is itself. */
function resolved(document: Document, node: unknown): Node | undefined {
  if (isAlias(node)) return node.resolve(document)
  return isNode(node) ? node : undefined
}

function isLong(node: Node): boolean {
  return isCollection(node) || (isScalar(node) && node.value === null)
}
