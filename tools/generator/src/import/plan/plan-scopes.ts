/** What a document changes in the scopes: families that it brings, and those that it no longer declares. */

import { setsOf } from '../../model/read-operations.js'
import { readScopes } from '../../model/read-scopes.js'
import type { OperationEntry } from '../../spec/operations-document.js'
import type { FamilyEntry, ScopesDocument } from '../../spec/scopes-document.js'
import type { ApiDocument } from '../api-document.js'
import { isBefore, numberOf } from '../version.js'
import { type Judgement, scopesOf } from './judge-scopes.js'
import type { Retirable, ScopeEdit, Told } from './plan.js'
import type { Questions } from './questions.js'

/** What is planned for the scopes. */
export interface ScopesPlan {
  readonly edits: readonly ScopeEdit[]
  readonly told: readonly Told[]
}

/** Plans what the document brings: new families and levels, and families that were retired and are back. */
export function planNewScopes(
  document: ApiDocument,
  scopes: ScopesDocument,
  { families, levels }: Judgement,
  questions: Questions,
): ScopesPlan {
  const edits: ScopeEdit[] = []
  const told: Told[] = []
  for (const [id, declared] of families) {
    const says = declared.map((level) => document.listed.get(`${id}:${level}`)).find((words) => words)
    edits.push({ kind: 'family', id, entry: proposal(id, declared, scopes) })
    told.push({ kind: 'family', text: `${id}, with ${declared.join(', ')}` })
    questions.askAlone({
      what: `the family "${id}" is new, and its name and words are a guess${says ? ` (the document says "${says}")` : ''}`,
      about: [],
      todo: 'put "name" and "things" in order, and "levels" where some can not be granted',
    })
  }
  for (const [id, more] of levels) {
    const all = [...(scopes.families?.[id]?.levels ?? []), ...more]
    const ordered = Object.keys(scopes.levels ?? {}).filter((level) => all.includes(level))
    edits.push({ kind: 'levels', id, levels: ordered })
    told.push({ kind: 'level', text: more.map((level) => `${id}:${level}`).join(', ') })
  }
  for (const { section, id, texts } of retirable(scopes, (retired) => retired)) {
    if (!texts.some((text) => scopesOf(document).has(text))) continue
    edits.push({ kind: 'revive', section, id })
    told.push({ kind: 'back', text: id })
  }
  return { edits, told }
}

/** A family as it could be written: a person will know a better name. */
function proposal(id: string, declared: readonly string[], scopes: ScopesDocument): FamilyEntry {
  const { levels = {}, families = {}, folded = {} } = scopes
  const taken = [...Object.values(families), ...Object.values(folded)].map((entry) => entry.name)
  const words = id.split(/[^a-z0-9]+/).filter((word) => word !== '')
  const capital = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  const title = capital.join(' ')
  const plain = capital.join('')
  const name = taken.includes(plain) ? `${plain}2` : plain
  const [lowest] = Object.keys(levels)
  return {
    name,
    ...(title !== plain && { title }),
    things: `your ${words.join(' ')}`,
    ...(declared.length === 1 && declared[0] === lowest && { levels: declared }),
  }
}

/**
 * Plans what the document no longer declares. It is retired where nothing needs it and an operation once declared it;
 * a document that lists no scopes at all tells nothing.
 *
 * @param before the operations as they were.
 * @param after the operations as they will be.
 */
export function planGoneScopes(
  document: ApiDocument,
  scopes: ScopesDocument,
  before: readonly OperationEntry[],
  after: readonly OperationEntry[],
  questions: Questions,
): ScopesPlan {
  if (document.listed.size === 0) return { edits: [], told: [] }
  const traces = scopesOf(document)
  const needed = new Set(after.flatMap(scopesIn))
  const removed = numberOf(document.version)
  const edits: ScopeEdit[] = []
  const told: Told[] = []
  for (const { section, id, texts } of retirable(scopes, (retired) => !retired)) {
    const declaring = before.filter((entry) => texts.some((text) => declaredIn(entry).includes(text)))
    if (texts.some((text) => traces.has(text))) {
      const once = declaring.flatMap(declaredIn).filter((text) => texts.includes(text))
      for (const text of new Set(once))
        if (!traces.has(text) && !needed.has(text)) questions.ask('unlisted', text)
    } else if (texts.some((text) => needed.has(text))) questions.ask('stillNeeded', id)
    else if (declaring.length === 0 || removed === undefined) questions.ask('neverDeclared', id)
    else {
      const declared = oldest(declaring, removed)
      edits.push({ kind: 'retire', section, id, retired: { ...(declared && { declared }), removed } })
      told.push({
        kind: 'retired',
        text: `${id}: declared since ${declared ?? 'an unknown version'}, as far as the spec knows`,
      })
    }
  }
  return { edits, told }
}

interface Entry {
  readonly section: Retirable
  readonly id: string
  readonly texts: readonly string[]
}

/** Families and single scopes by whether they are retired. */
function retirable(document: ScopesDocument, wanted: (retired: boolean) => boolean): readonly Entry[] {
  const { families, singles } = readScopes(document)
  return [
    ...families.flatMap(({ id, scopes }): Entry[] => {
      const retired = document.families?.[id]?.retired
      const texts = scopes.filter((scope) => !retired || scope.retired).map(({ text }) => text)
      return wanted(retired !== undefined) ? [{ section: 'families', id, texts }] : []
    }),
    ...singles.flatMap(({ text, retired }): Entry[] =>
      wanted(retired !== undefined) ? [{ section: 'scopes', id: text, texts: [text] }] : [],
    ),
  ]
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
