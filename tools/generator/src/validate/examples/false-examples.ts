/**
 * An example that the operations themselves contradict would be published, and clients in other languages would fail by
 * it. Looked at is only what stands there as data: which operation has an id, what one needs, and that the least scopes
 * for several are among those that they need. What follows from it by reckoning, core's tests say.
 */
import { own } from '../../collections/own.js'
import type { Path, Source } from '../../load/source.js'
import type { Access } from '../../model/operation-model.js'
import { whatHolds } from '../../model/read-operations.js'
import type { Vector } from '../../model/vector-list.js'
import type { Fault } from '../../report/fault.js'
import { choiceOf } from '../../report/nearest.js'
import type { OperationEntry, OperationsDocument } from '../../spec/operations-document.js'
import type { ExampleLists } from './names-in-examples.js'

/** A file of examples that its schema accepted. */
export interface ExampleFile {
  readonly document: ExampleLists
  readonly source: Source
}

/** What is wrong with an example, and under which of its keys. */
interface Complaint extends Pick<Fault, 'wrong' | 'expected' | 'suggestion' | 'fix'> {
  readonly path: Path
}

type Operations = OperationsDocument['operations']

/**
 * What examples say that the operations contradict, once nothing else is wrong with either. Asked when files are made,
 * not of an import: that writes what operations need now, and the examples follow.
 */
export function falseExamplesIn([files, { operations }]: readonly [
  readonly ExampleFile[],
  OperationsDocument,
]): readonly Fault[] {
  return files.flatMap(({ document, source }) =>
    Object.entries(judges).flatMap(([list, judge]) =>
      (document[list] ?? []).flatMap((example, index) =>
        judge(example, operations).map(
          ({ path, ...words }): Fault => ({
            rule: 'no-false-example',
            place: source.place([list, index, ...path], 'value'),
            ...words,
          }),
        ),
      ),
    ),
  )
}

/** By the name of the list. */
const judges: Readonly<Record<string, (example: Vector, all: Operations) => readonly Complaint[]>> = {
  facts: ({ operation, id, needs, auth }, all) => {
    const entry = own(all, String(operation))
    return entry === undefined ? [] : [...idOf(entry, id), ...accessOf(entry, needs, auth)]
  },

  /** A reference that is an id, or a method and a path as they are declared, is the operation itself. */
  resolutions: ({ reference, operation }, all) => {
    const entry = own(all, String(operation))
    const meant = String(reference)
    const isId = /^[\w-]+$/.test(meant)
    if (entry === undefined || (isId ? entry.id : operation) === meant) return []
    if (isId) return [otherThan('reference', `is not the id of "${operation}"`, entry.id)]
    return own(all, meant) ? [otherThan('operation', `is not the operation "${meant}"`, meant)] : []
  },

  operations: ({ operations, scopes }, all) => {
    const keys: readonly unknown[] = Array.isArray(operations) ? operations : []
    const entries = keys.flatMap((key) => own(all, String(key)) ?? [])
    if (!Array.isArray(scopes) || entries.length < keys.length) return []
    const needed = entries.flatMap((entry) => setsThatSuffice(whatHolds(entry)))
    const known = [...new Set(needed.flat())]
    if (known.length > 0 && scopes.length === 0 && needed.every((set) => set.length > 0))
      return [{ path: ['scopes'], wrong: 'an operation here needs a scope', ...among(known) }]
    return scopes.flatMap((scope: unknown, index): readonly Complaint[] => {
      if (known.includes(String(scope))) return []
      return [{ path: ['scopes', index], wrong: `no operation here needs "${scope}"`, ...among(known) }]
    })
  },
}

function idOf(entry: OperationEntry, id: unknown): readonly Complaint[] {
  return id === entry.id ? [] : [otherThan('id', 'is not the id of this operation', entry.id)]
}

function accessOf(entry: OperationEntry, needs: unknown, auth: unknown): readonly Complaint[] {
  const access = whatHolds(entry)
  const sets = setsThatSuffice(access)
  const isTrue = access.auth === 'scoped' ? sameSets(needs, sets) : auth === access.auth
  if (isTrue) return []
  const expected = access.auth === 'scoped' ? `needs: ${JSON.stringify(sets)}` : `auth: ${access.auth}`
  return [
    {
      path: [needs === undefined ? 'auth' : 'needs'],
      wrong: 'this operation needs something else',
      expected,
      fix: 'write this, or put right what the operation needs',
    },
  ]
}

function setsThatSuffice(access: Access): readonly (readonly string[])[] {
  return access.auth === 'scoped' ? access.anyOf : []
}

/** In whatever order they stand. */
function sameSets(one: unknown, other: readonly (readonly string[])[]): boolean {
  const inOrder = (sets: unknown) =>
    Array.isArray(sets) ? sets.map((set) => JSON.stringify([...set].sort())).sort() : []
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function otherThan(key: string, wrong: string, right: string): Complaint {
  return { path: [key], wrong: `this ${wrong}`, expected: right, suggestion: right, fix: `write "${right}"` }
}

function among(known: readonly string[]): Pick<Complaint, 'expected' | 'fix'> {
  return known.length === 0
    ? { expected: 'an empty list', fix: 'leave it out' }
    : { expected: choiceOf(known), fix: 'write the least scopes with which all of them may be called' }
}
