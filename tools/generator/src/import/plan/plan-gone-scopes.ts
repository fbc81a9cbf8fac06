/** What a document no longer declares. */
import { groupBy } from '../../collections/group-by.js'
import { setsOf } from '../../model/read-operations.js'
import type { OperationEntry } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { isBefore, numberOf } from '../../spec/version.js'
import type { ApiDocument } from '../api-document.js'
import { scopesOf } from './judge-scopes.js'
import type { ScopeEdit, ScopesPlan, Told } from './plan.js'
import type { Questions } from './questions.js'
import { retirable } from './retirable.js'

/** The operations around an import. */
export interface Around {
  /** As they were. */
  readonly before: readonly OperationEntry[]
  /** Those that the document holds, as they will be. */
  readonly present: readonly OperationEntry[]
  /** Those that it does not hold, and that stay nevertheless. */
  readonly absent: readonly OperationEntry[]
}

/**
 * Plans what the document no longer declares. It is retired where nothing needs it and an operation once
 * declared it; a document that lists no scopes at all tells nothing.
 */
export function planGoneScopes(
  document: ApiDocument,
  scopes: ScopesDocument,
  { before, present, absent }: Around,
  questions: Questions,
): ScopesPlan {
  if (document.listed.size === 0) return { edits: [], told: [] }
  const traces = scopesOf(document)
  const needed = new Set([...present, ...absent].flatMap(scopesIn))
  const surelyNeeded = new Set(present.filter(({ guessed }) => !guessed).flatMap(scopesIn))
  const declarations = groupBy(
    before.flatMap((entry) => declaredIn(entry).map((text) => ({ text, entry }))),
    ({ text }) => text,
  )
  const removed = numberOf(document.version)
  const edits: ScopeEdit[] = []
  const told: Told[] = []
  for (const { section, id, texts } of retirable(scopes, (retired) => !retired)) {
    const once = texts.filter((text) => declarations.has(text))
    if (texts.some((text) => traces.has(text))) {
      for (const text of once) if (!traces.has(text) && !needed.has(text)) questions.ask('unlisted', text)
    } else if (texts.some((text) => needed.has(text))) {
      // What only guesses need, or operations that the document does not hold, is asked about with these.
      if (texts.some((text) => surelyNeeded.has(text))) questions.ask('stillNeeded', id)
    } else if (once.length === 0 || removed === undefined) questions.ask('neverDeclared', id)
    else {
      const declaring = once.flatMap((text) => declarations.get(text) ?? [])
      const declared = oldest(
        declaring.map(({ entry }) => entry),
        removed,
      )
      const retired = { ...(declared && { declared }), removed }
      edits.push({ kind: 'retire', section, id, retired })
      told.push({
        kind: 'retired',
        key: id,
        after: retired,
        text: `${id}: declared since ${declared ?? 'an unknown version'}, as far as the spec knows`,
      })
    }
  }
  return { edits, told }
}

function declaredIn({ declared }: OperationEntry): readonly string[] {
  return declared === undefined ? [] : setsOf(declared).flat()
}

function scopesIn(entry: OperationEntry): readonly string[] {
  const { recorded, corrected } = entry
  return [
    declaredIn(entry),
    ...[recorded, corrected].map((needed) => (needed ? setsOf(needed).flat() : [])),
  ].flat()
}

/** The oldest document known to hold an operation that asked for it. */
function oldest(entries: readonly OperationEntry[], removed: string): string | undefined {
  return entries
    .map(({ since }) => numberOf(since))
    .filter((version) => version !== undefined && isBefore(version, removed))
    .reduce((one, other) => (isBefore(other, one) || one === undefined ? other : one), undefined)
}
