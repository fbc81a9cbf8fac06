/** Data that was read from a file, and where each value of it stands there. */
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
} from 'yaml'
import type { Place } from '../report/fault.js'
import type { Text } from './text.js'

/** The keys and indexes that lead from a document's root to one of its values. */
export type Path = readonly (string | number)[]

/** A file of the spec as plain data that remembers where everything stood. */
export interface Source {
  readonly file: string
  readonly data: unknown
  /**
   * Where the value at a path stands, or its key. Where a path leads to nothing, the nearest thing above it
   * is meant; where a value takes many lines, its key is.
   */
  place(path: Path, what: 'key' | 'value'): Place
}

/**
 * Joins a document's data with the places of its nodes.
 *
 * @param targets - what each alias stands for.
 * @throws ReferenceError when aliases of aliases stand for more values than memory holds.
 */
export function sourceOf(
  file: string,
  text: Text,
  document: Document,
  targets: ReadonlyMap<Alias, Node>,
): Source {
  return { file, data: document.toJS(), place: placesIn(text, document, targets) }
}

/** Tells the places of a document's values. */
export function placesIn(text: Text, document: Document, targets: ReadonlyMap<Alias, Node>): Source['place'] {
  const finder = new Finder(document, targets)
  return (path, what) => {
    const { key, value } = finder.find(path)
    const node = what === 'key' || value === undefined || isLong(value) ? (key ?? value) : value
    const [from, to] = node?.range ?? [0, 0]
    return text.place(from, to)
  }
}

interface Found {
  readonly key: Node | undefined
  /** As it stands there: an alias (`*name`), not what it stands for. */
  readonly value: Node | undefined
}

/**
 * Finds nodes by their paths. Each mapping that is asked is indexed once, so large ones
 * cost no more than small ones.
 */
class Finder {
  readonly #document: Document
  readonly #targets: ReadonlyMap<Alias, Node>
  readonly #indexes = new Map<Node, ReadonlyMap<string, Pair>>()

  constructor(document: Document, targets: ReadonlyMap<Alias, Node>) {
    this.#document = document
    this.#targets = targets
  }

  find(path: Path): Found {
    let found: Found = { key: undefined, value: this.#document.contents ?? undefined }
    for (const step of path) {
      const next = this.#child(found.value, step)
      if (next === undefined) break
      found = next
    }
    return found
  }

  #child(holder: Node | undefined, step: string | number): Found | undefined {
    const parent = isAlias(holder) ? this.#targets.get(holder) : holder
    if (isMap(parent)) {
      const pair = this.#entries(parent).get(String(step))
      if (pair === undefined) return undefined
      return {
        key: isNode(pair.key) ? pair.key : undefined,
        value: isNode(pair.value) ? pair.value : undefined,
      }
    }
    if (!isSeq(parent)) return undefined
    const item = parent.items[Number(step)]
    return isNode(item) ? { key: undefined, value: item } : undefined
  }

  #entries(map: Node & { readonly items: readonly Pair[] }): ReadonlyMap<string, Pair> {
    const known = this.#indexes.get(map)
    if (known !== undefined) return known
    const index = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]))
    this.#indexes.set(map, index)
    return index
  }
}

function isLong(node: Node): boolean {
  return isCollection(node) || (isScalar(node) && node.value === null)
}
