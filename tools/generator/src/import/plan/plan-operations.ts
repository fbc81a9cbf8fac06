/** What a document changes in the operations. What was recorded is never touched. */

import { groupBy } from '../../collections/group-by.js'
import type { Access } from '../../model/operation-model.js'
import type { OperationEntry, OperationsDocument, ScopesNeeded } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { ApiDocument, ApiOperation, DeclaredAccess } from '../api-document.js'
import { compareKeys, hasVersion, keyOf, shapeOf, shapeOfKey } from '../keys.js'
import { declaredBy, inWords, isSame, neededOf } from './access.js'
import { type Candidate, chooseIds } from './choose-ids.js'
import { Corrector, isGuess } from './correct.js'
import type { OperationEdit, Told } from './plan.js'
import type { Questions } from './questions.js'
import { choose } from './twins.js'

/** What is planned for the operations. */
export interface OperationsPlan {
  readonly edits: readonly OperationEdit[]
  readonly told: readonly Told[]
}

/** What an import needs to know besides the document. */
export interface Wishes {
  /** The version or month that new operations are first seen in. */
  readonly since: string | undefined
  /** Whether operations that the document does not hold are removed. */
  readonly remove: boolean
}

/**
 * Plans the operations.
 *
 * @param scopes the scopes as they will be: with those that the document brings.
 */
export function planOperations(
  document: ApiDocument,
  { operations: entries }: OperationsDocument,
  scopes: ScopesDocument,
  { since, remove }: Wishes,
  questions: Questions,
): OperationsPlan {
  const candidates = candidatesIn(document, entries, questions)
  const present = new Set(candidates.map(({ key }) => key))
  const gone = Object.keys(entries).filter((key) => !present.has(key))
  const kept = remove ? [] : gone.flatMap((key) => entries[key]?.id ?? [])
  const ids = chooseIds(candidates, kept)
  const corrector = new Corrector(scopes, entries, declarationsOf(candidates))
  const planner = new Planner(corrector, since, questions)
  const planned = candidates.map(({ key, operation }) => {
    const before = entries[key]
    const id = ids.get(key) ?? key
    return before === undefined
      ? planner.add(key, operation, id)
      : planner.change(key, before, operation.access, id)
  })
  if (!remove) for (const key of gone) questions.ask('gone', key)
  return inOne([...planned, ...(remove ? gone.map(removal) : [])])
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

/** Several plans as one. */
export function inOne(plans: readonly OperationsPlan[]): OperationsPlan {
  return { edits: plans.flatMap(({ edits }) => edits), told: plans.flatMap(({ told }) => told) }
}

function removal(key: string): OperationsPlan {
  return { edits: [{ kind: 'remove', key }], told: [{ kind: 'removed', text: key }] }
}

const nothing: OperationsPlan = { edits: [], told: [] }

/** What an entry says that a document can change. */
type Words = Pick<OperationEntry, 'auth' | 'declared' | 'corrected' | 'note'>

/** Plans one operation after another. */
class Planner {
  readonly #corrector: Corrector
  readonly #since: string | undefined
  readonly #questions: Questions

  constructor(corrector: Corrector, since: string | undefined, questions: Questions) {
    this.#corrector = corrector
    this.#since = since
    this.#questions = questions
  }

  add(key: string, { method, access }: ApiOperation, id: string): OperationsPlan {
    const said = this.#guessed(key, method, access)
    const words = said && this.#wordsFor(key, said)
    if (said === undefined || words === undefined) return nothing
    const entry = entryOf(words, { id, since: this.#since, note: words.note })
    return { edits: [{ kind: 'add', key, entry }], told: [{ kind: 'new', text: `${key}: ${inWords(said)}` }] }
  }

  /** What a new operation is taken to need; `undefined`, and a question, where any guess might ask for too little. */
  #guessed(key: string, method: string, access: DeclaredAccess): Access | undefined {
    switch (access.auth) {
      case 'unsaid':
        this.#questions.ask('silentAndNew', key)
        return { auth: ['GET', 'HEAD'].includes(method) ? 'none' : 'any_token' }
      case 'some_token':
        this.#questions.ask('someToken', `${key}: it is new, and was written as "auth: pat"`)
        return { auth: 'pat' }
      case 'unreadable':
        this.#questions.ask('unreadable', `${key}: ${access.why}; it is new, and was not added`)
        return undefined
      default:
        return access
    }
  }

  change(key: string, before: OperationEntry, access: DeclaredAccess, id: string): OperationsPlan {
    const words = this.#newWords(key, before, access)
    if (words === undefined && id === before.id) return nothing
    const note = words !== undefined && isGuess(before) ? words.note : (before.note ?? words?.note)
    const entry = entryOf(words ?? before, { ...before, id, note })
    const told: Told[] = []
    if (words !== undefined) told.push({ kind: 'declaration', text: `${key}: ${stepOf(before, access)}` })
    if (id !== before.id) told.push({ kind: 'id', text: `${key}: ${before.id} → ${id}` })
    return { edits: [{ kind: 'change', key, before, entry }], told }
  }

  /** What an operation declares now, if it is anything else than before. */
  #newWords(key: string, before: OperationEntry, access: DeclaredAccess): Words | undefined {
    if (isSame(declaredBy(before), access)) return undefined
    if (access.auth === 'unsaid' || access.auth === 'some_token') {
      // A document that says nothing may have forgotten to. Whoever wrote a note knew better, and the server's answer wins.
      const isSilent = access.auth === 'unsaid'
      const isKnown = before.note !== undefined || before.recorded !== undefined
      if (isKnown || (before.auth === 'none') === isSilent) return undefined
      if (isSilent) this.#questions.ask('silent', key)
      else this.#questions.ask('someToken', `${key}: it stays "auth: none"`)
      return undefined
    }
    if (access.auth === 'unreadable') {
      this.#questions.ask('unreadable', `${key}: ${access.why}; it stays as it was`)
      return undefined
    }
    const words = this.#wordsFor(key, access, before)
    if (words !== undefined && before.note !== undefined && !isGuess(before)) this.#questions.ask('note', key)
    return words
  }

  /** An access as the spec writes it; `undefined`, and a question, for scopes that nobody knows. */
  #wordsFor(key: string, access: Access, before?: OperationEntry): Words | undefined {
    if (access.auth !== 'scoped') return { auth: access.auth }
    const declared = neededOf(access.anyOf)
    const isSpelt = this.#corrector.unknownIn(access.anyOf).length === 0
    if (before?.recorded !== undefined || isSpelt) return { declared }
    const correction = this.#corrector.correct(key, access.anyOf, before)
    if (correction === undefined) {
      const what = before === undefined ? 'it is new, and was not added' : 'it stays as it was'
      this.#questions.ask('undecidable', `${key}: ${inWords(access)}; ${what}`)
      return undefined
    }
    const meant = inWords({ auth: 'scoped', anyOf: correction.sets })
    this.#questions.ask('corrected', `${key}: ${inWords(access)} → ${meant}`)
    return { declared, corrected: neededOf(correction.sets), note: correction.note }
  }
}

/** What else an entry says. */
interface Others {
  readonly id: string
  readonly recorded?: ScopesNeeded
  readonly since?: string | undefined
  readonly note: string | undefined
}

/** An entry with its keys in the order of the file. */
function entryOf(
  { auth, declared, corrected }: Words,
  { recorded, since, id, note }: Others,
): OperationEntry {
  return {
    ...(auth && { auth }),
    ...(declared && { declared }),
    ...(recorded && { recorded }),
    ...(corrected && { corrected }),
    ...(since && { since }),
    id,
    ...(note && { note }),
  }
}

function stepOf(before: OperationEntry, access: DeclaredAccess): string {
  const step = `${inWords(declaredBy(before))} → ${inWords(access)}`
  return before.recorded === undefined || access.auth === 'pat'
    ? step
    : `${step}; the recorded answer still holds`
}
