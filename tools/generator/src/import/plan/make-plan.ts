/** From a document and the spec to what must change. */

import { groupBy } from '../../collections/group-by.js'
import { own } from '../../collections/own.js'
import { setsOf } from '../../model/read-operations.js'
import type { OperationEntry, OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { isBefore, numberOf } from '../../spec/version.js'
import type { ApiDocument } from '../api-document.js'
import { withOperations, withScopes } from './apply-edits.js'
import { askAboutGuesses } from './ask-about-guesses.js'
import { type Candidate, candidatesIn, declarationsOf } from './candidates.js'
import { Corrector } from './corrector.js'
import { judgeScopes, scopesOf } from './judge-scopes.js'
import type { OperationsPlan, Plan, Warning } from './plan.js'
import { planGoneScopes } from './plan-gone-scopes.js'
import { planNewScopes } from './plan-new-scopes.js'
import { inOne, planOperations } from './plan-operations.js'
import { Questions } from './questions.js'

/** The two files that an import works on. */
export interface Files {
  readonly operations: OperationsDocument
  readonly scopes: ScopesDocument
}

/**
 * Plans an import.
 *
 * @param remove - whether operations that the document does not hold are removed.
 */
export function makePlan(document: ApiDocument, { operations, scopes }: Files, remove: boolean): Plan {
  const asked = candidatesIn(document, operations.operations)
  const unanswered = asked.filter(({ key }) => own(operations.operations, key)?.recorded === undefined)
  const judged = judgeScopes(
    document,
    scopes,
    unanswered.map(({ operation }) => operation),
  )
  const isOlder = isBefore(document.version, operations.version)
  const fresh = planNewScopes(document, scopes, judged)
  const richer = withScopes(scopes, fresh.edits)
  // What this very document brings may be what it misspells elsewhere.
  const corrector = new Corrector(isOlder ? scopes : richer, operations.operations, declarationsOf(asked))
  const asking = askingIn(asked)
  const settled = settledIn(asking, operations)
  const unlike = judged.unlike.filter((scope) => !settled.has(scope))
  const misspelt = [...judged.misspelt, ...judged.unlike.filter((scope) => settled.has(scope))]
  const warnings = misspelt.map((scope): Warning => {
    const where = asking.get(scope) ?? []
    const suggestion = corrector.meaning(scope, where[0])?.scope
    return { scope, suggestion, operations: where, settled: settled.has(scope) }
  })
  const questions = new Questions()
  if (isOlder) {
    const { edits, told } = planSince(document, operations)
    askAboutGuesses(scopes, operations, document, questions)
    const none = { version: undefined, scopes: [] }
    return { ...none, older: true, operations: edits, told, warnings, decisions: questions.all() }
  }
  const since = numberOf(document.version) ?? document.version
  askAboutUnlike(unlike, document, asking, corrector, questions)
  const wishes = { since, remove, unlike: new Set(unlike) }
  const planned = planOperations(document, operations, richer, wishes, questions)
  const after = withOperations(operations, planned.edits)
  const held = new Set(asked.map(({ key }) => key))
  const [present = [], absent = []] = [true, false].map((wanted) =>
    Object.entries(after.operations).flatMap(([key, entry]) => (held.has(key) === wanted ? [entry] : [])),
  )
  const around = { before: Object.values(operations.operations), present, absent }
  const gone = planGoneScopes(document, richer, around, questions)
  askAboutGuesses(richer, after, document, questions)
  const version = numberOf(document.version)
  return {
    older: false,
    version: version === operations.version ? undefined : version,
    operations: planned.edits,
    scopes: [...fresh.edits, ...gone.edits],
    told: [...fresh.told, ...planned.told, ...gone.told],
    warnings,
    decisions: questions.all(),
  }
}

/** Of a document that is older than the spec: which operations are older than was known, and nothing else. */
function planSince(document: ApiDocument, { operations }: OperationsDocument): OperationsPlan {
  const version = numberOf(document.version)
  const plans = candidatesIn(document, operations).flatMap(({ key }): OperationsPlan[] => {
    const before = operations[key]
    if (before === undefined || version === undefined || !isBefore(version, before.since)) return []
    const edit = { kind: 'change', key, before, entry: { ...before, since: version } } as const
    return [
      {
        edits: [edit],
        told: [
          {
            kind: 'since',
            key,
            before: before.since,
            after: version,
            text: `${key}: ${before.since} → ${version}`,
          },
        ],
      },
    ]
  })
  return inOne(plans)
}

/** The operations that ask for each scope. */
type Asking = ReadonlyMap<string, readonly string[]>

function askingIn(asked: readonly Candidate[]): Asking {
  const asking = asked.flatMap(({ key, operation: { access } }) =>
    access.auth === 'scoped' ? [...new Set(access.anyOf.flat())].map((scope) => ({ scope, key })) : [],
  )
  const groups = groupBy(asking, ({ scope }) => scope)
  return new Map([...groups].map(([scope, members]) => [scope, members.map(({ key }) => key)]))
}

/** Scopes of which each entry that asks for them says what holds instead, and not as a guess. */
function settledIn(asking: Asking, { operations: entries }: OperationsDocument): ReadonlySet<string> {
  const isSettled = (scope: string, entry: OperationEntry | undefined): boolean => {
    const { declared = [], misspelt, corrected, guessed } = entry ?? {}
    const isExplained = misspelt === true || (corrected !== undefined && guessed !== true)
    return isExplained && setsOf(declared).flat().includes(scope)
  }
  const settled = [...asking].filter(([scope, keys]) => keys.every((key) => isSettled(scope, entries[key])))
  return new Set(settled.map(([scope]) => scope))
}

/**
 * Asks about scopes that are like none, and names the operations that ask for them; one that the document no longer
 * names may be called by another name.
 */
function askAboutUnlike(
  unlike: readonly string[],
  document: ApiDocument,
  asking: Asking,
  corrector: Corrector,
  questions: Questions,
): void {
  const named = scopesOf(document)
  for (const scope of unlike) {
    const meant = corrector.meaning(scope, undefined)?.scope
    const renamed = meant !== undefined && !named.has(meant) ? [`is it ${meant}, renamed?`] : []
    const [first, ...others] = asking.get(scope) ?? []
    const more = others.length > 0 ? ` and ${others.length} more` : ''
    const askedBy = first === undefined ? [] : [`asked for by ${first}${more}`]
    const words = [document.listedAt(scope) ?? [], renamed, askedBy].flat()
    questions.ask('unlike', scope, words.join(': ') || undefined)
  }
}
