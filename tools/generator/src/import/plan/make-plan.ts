/** From a document and the spec to what must change. */
import { groupBy } from '../../collections/group-by.js'
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { isBefore, numberOf } from '../../spec/version.js'
import type { ApiDocument } from '../api-document.js'
import { withOperations, withScopes } from './apply-edits.js'
import { askAboutGuesses } from './ask-about-guesses.js'
import { type Candidate, candidatesIn, declarationsOf } from './candidates.js'
import { Corrector } from './corrector.js'
import { type Judgement, judgeScopes, scopesOf } from './judge-scopes.js'
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
  const judgement = judgeScopes(document, scopes)
  const asked = candidatesIn(document, operations.operations)
  const corrector = new Corrector(scopes, operations.operations, declarationsOf(asked))
  const warnings = warningsOf(judgement, asked, corrector)
  const questions = new Questions()
  if (isBefore(document.version, operations.version)) {
    const { edits, told } = planSince(document, operations)
    askAboutGuesses(scopes, operations, document, questions)
    const none = { version: undefined, scopes: [] }
    return { ...none, older: true, operations: edits, told, warnings, decisions: questions.all() }
  }
  const since = numberOf(document.version) ?? document.version
  const fresh = planNewScopes(document, scopes, judgement)
  const richer = withScopes(scopes, fresh.edits)
  askAboutUnlike(judgement, document, corrector, questions)
  const planned = planOperations(document, operations, richer, { since, remove }, questions)
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

function warningsOf(
  { misspelt }: Judgement,
  asked: readonly Candidate[],
  corrector: Corrector,
): readonly Warning[] {
  const asking = groupBy(
    asked.flatMap(({ key, operation: { access } }) =>
      access.auth === 'scoped' ? [...new Set(access.anyOf.flat())].map((scope) => ({ scope, key })) : [],
    ),
    ({ scope }) => scope,
  )
  return misspelt.map((scope) => {
    const where = (asking.get(scope) ?? []).map(({ key }) => key)
    return { scope, suggestion: corrector.meaning(scope, where[0])?.scope, operations: where }
  })
}

/** Asks about scopes that are like none; one that the document no longer names may be called by another name. */
function askAboutUnlike(
  { unlike }: Judgement,
  document: ApiDocument,
  corrector: Corrector,
  questions: Questions,
): void {
  const named = scopesOf(document)
  for (const scope of unlike) {
    const meant = corrector.meaning(scope, undefined)?.scope
    const renamed = meant !== undefined && !named.has(meant) ? [`is it ${meant}, renamed?`] : []
    questions.ask('unlike', scope, [document.placeOf(scope) ?? [], renamed].flat().join(': ') || undefined)
  }
}
