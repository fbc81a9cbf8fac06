/** Finds what belongs to a concrete path among templates such as `/linode/instances/{linodeId}`. */

/** A tree of path segments, in which a literal segment goes before a parameter. */
export interface PathTree<T> {
  /** What was planted under the template that the path matches, beginning at a position of the text. */
  find(path: string, from?: number): T | undefined
}

interface Node<T> {
  readonly literals: Map<string, Node<T>>
  parameter: Node<T> | undefined
  value: T | undefined
}

/** Builds the tree. A template may stand in it once. */
export function createPathTree<T>(entries: Iterable<readonly [template: string, value: T]>): PathTree<T> {
  const root = emptyNode<T>()
  for (const [template, value] of entries) {
    const leaf = template.slice(1).split('/').reduce(childFor, root)
    leaf.value ??= value
  }
  return { find: (path, from = 0) => search(root, path, from + 1) }
}

function childFor<T>(node: Node<T>, segment: string): Node<T> {
  if (segment.startsWith('{')) {
    node.parameter ??= emptyNode()
    return node.parameter
  }
  const found = node.literals.get(segment) ?? emptyNode<T>()
  node.literals.set(segment, found)
  return found
}

/** Cuts the path as it goes, so that a long one that matches nothing costs nothing. */
function search<T>(node: Node<T>, path: string, from: number): T | undefined {
  const slash = path.indexOf('/', from)
  const end = slash === -1 ? path.length : slash
  const literal = node.literals.get(path.slice(from, end))
  const follow = (child: Node<T>) => (slash === -1 ? child.value : search(child, path, end + 1))
  const found = literal && follow(literal)
  if (found !== undefined || end === from || node.parameter === undefined) return found
  return follow(node.parameter)
}

function emptyNode<T>(): Node<T> {
  return { literals: new Map(), parameter: undefined, value: undefined }
}
