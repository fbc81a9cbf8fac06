/** Which operation of the API a method and a path mean. */
import type { ApiOperation } from '../provider.js'

interface Node {
  readonly literals: Map<string, Node>
  parameter: Node | undefined
  readonly operations: Map<string, ApiOperation>
}

/** Finds the operation of a method and a path, whose parameters stand for one segment each. */
export type FindOperation = (method: string, path: string) => ApiOperation | undefined

/** Builds a tree of path segments, in which a literal segment goes before a parameter. */
export function createOperationFinder(operations: readonly ApiOperation[]): FindOperation {
  const root = emptyNode()
  for (const operation of operations) plant(root, operation)
  return (method, path) => find(root, segmentsOf(path), 0, method)
}

function plant(root: Node, operation: ApiOperation): void {
  let node = root
  for (const segment of segmentsOf(operation.path)) node = childFor(node, segment)
  node.operations.set(operation.method, operation)
}

function childFor(node: Node, segment: string): Node {
  if (segment.startsWith('{')) {
    node.parameter ??= emptyNode()
    return node.parameter
  }
  const found = node.literals.get(segment) ?? emptyNode()
  node.literals.set(segment, found)
  return found
}

function find(node: Node, segments: readonly string[], at: number, method: string): ApiOperation | undefined {
  const segment = segments[at]
  if (segment === undefined) return node.operations.get(method)
  const literal = node.literals.get(segment)
  const found = literal && find(literal, segments, at + 1, method)
  if (found !== undefined || segment === '' || node.parameter === undefined) return found
  return find(node.parameter, segments, at + 1, method)
}

function segmentsOf(path: string): string[] {
  return path.slice(1).split('/')
}

function emptyNode(): Node {
  return { literals: new Map(), parameter: undefined, operations: new Map() }
}
