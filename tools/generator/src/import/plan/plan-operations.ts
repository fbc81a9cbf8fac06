/** What a document changes in the operations. What was recorded is never touched. */
import type { OperationEntry, OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { ApiDocument } from '../api-document.js'
import { candidatesIn, declarationsOf } from './candidates.js'
import { chooseIds, otherIds } from './choose-ids.js'
import { Corrector } from './corrector.js'
import { OperationPlanner } from './operation-planner.js'
import type { OperationsPlan, Wishes } from './plan.js'
import type { Questions } from './questions.js'

/**
 * Plans the operations.
 *
 * @param scopes - the scopes as they will be: with those that the document brings.
 */
export function planOperations(
  document: ApiDocument,
  { operations: entries }: OperationsDocument,
  scopes: ScopesDocument,
  { since, remove, unlike }: Wishes,
  questions: Questions,
): OperationsPlan {
  const candidates = candidatesIn(document, entries, questions)
  const present = new Set(candidates.map(({ key }) => key))
  const gone = Object.keys(entries).filter((key) => !present.has(key))
  const kept = remove ? [] : gone.flatMap((key) => entries[key]?.id ?? [])
  const ids = chooseIds(candidates, kept)
  for (const { key, id, said } of otherIds(candidates, ids.values()))
    questions.ask('ids', key, `${id} → ${said}`)
  const corrector = new Corrector(scopes, entries, declarationsOf(candidates))
  const planner = new OperationPlanner(scopes, corrector, { since, unlike }, questions)
  const planned = candidates.map(({ key, operation }) => {
    const before = entries[key]
    return before === undefined
      ? planner.add(key, operation, ids.get(key) ?? key)
      : planner.change(key, before, operation.access)
  })
  if (!remove) for (const key of gone) questions.ask('gone', key)
  return inOne([...planned, ...(remove ? gone.map((key) => removal(key, entries[key])) : [])])
}

/** Several plans as one. */
export function inOne(plans: readonly OperationsPlan[]): OperationsPlan {
  return { edits: plans.flatMap(({ edits }) => edits), told: plans.flatMap(({ told }) => told) }
}

function removal(key: string, before: OperationEntry | undefined): OperationsPlan {
  return { edits: [{ kind: 'remove', key }], told: [{ kind: 'removed', key, before, text: key }] }
}
