/** The operations of a document beside those of the spec, each once and under the spec's key. */
import { groupBy } from '../../collections/group-by.js'
import type { OperationEntry } from '../../spec/operations-document.js'
import type { ApiDocument, ApiOperation, DeclaredAccess } from '../api-document.js'
import { compareKeys, hasVersion, keyOf, shapeOf, shapeOfKey } from '../keys.js'
import type { Questions } from './questions.js'
import { choose } from './twins.js'

/** An operation under its key, with the id that the spec gives it so far. */
export interface Candidate {
  readonly key: string
  readonly operation: ApiOperation
  readonly id: string | undefined
}

/** What each operation declares. */
export function declarationsOf(candidates: readonly Candidate[]): ReadonlyMap<string, DeclaredAccess> {
  return new Map(candidates.map(({ key, operation }) => [key, operation.access]))
}

/** The document's operations under the spec's keys, each once, in the file's order. */
export function candidatesIn(
  { operations }: ApiDocument,
  entries: Readonly<Record<string, OperationEntry>>,
  questions?: Questions,
): readonly Candidate[] {
  const known = new Map(Object.keys(entries).map((key) => [shapeOfKey(key), key]))
  const versioned = Object.keys(entries).some((key) => hasVersion(key.split(' ')[1] ?? ''))
  const found: Candidate[] = []
  for (const [shape, twins] of groupBy(operations, ({ method, path }) => shapeOf(method, path))) {
    const named = known.get(shape)
    const operation = choose(twins, named === undefined ? undefined : entries[named], questions)
    const key = named ?? keyOf(operation.method, operation.path, versioned)
    if (key === undefined) questions?.ask('unwritable', `${operation.method} ${operation.path}`)
    else found.push({ key, operation, id: entries[key]?.id })
  }
  return found.sort((one, other) => compareKeys(one.key, other.key))
}
