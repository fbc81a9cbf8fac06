/** Operations of the API that came, went, changed their path or ask for something else. */
import { groupBy } from '../../collections/group-by.js'
import { withoutGapNames } from '../../spec/gaps.js'
import { aside, atCompileTime, type Change, harmless, mono } from '../change.js'
import { same } from '../picture/canonical-json.js'
import type { Needs, Picture, PicturedOperation } from '../picture/picture.js'
import { compareNeeds, inWords } from './compare-needs.js'
import { compareOperationIds } from './compare-operation-ids.js'
import { type Fate, meaningOfAliases, nowCalled } from './fates.js'
import { pairsOf } from './side-by-side.js'

type Entry = readonly [key: string, operation: PicturedOperation]

export function compareOperations(
  before: Picture,
  after: Picture,
  fates: ReadonlyMap<string, Fate>,
): readonly Change[] {
  const { added, removed, kept } = pairsOf(before.operations, after.operations)
  const heirs = heirsOf(removed, added)
  const taken = new Set([...heirs.values()].map(([key]) => key))
  const nowAt = new Map([
    ...kept.map(([key]) => [key, key] as const),
    ...[...heirs].map(([key, [name]]) => [key, name] as const),
  ])
  const inNewWords = newWordsOf(fates, after)
  const needsChange = (key: string, old: PicturedOperation, now: PicturedOperation) =>
    compareNeeds(key, now.id, inNewWords(old.needs), now.needs, after)
  return [
    ...removed.flatMap(([key, old]): Change[] => {
      const heir = heirs.get(key)
      if (heir === undefined) {
        const words = `${mono(key)} (${mono(old.id)}) is gone.`
        return [atCompileTime('operation', 'removed', [key, old.id], words, { before: old.needs })]
      }
      const [name, now] = heir
      const words = `${mono(key)} is now called ${mono(name)}.`
      return [
        atCompileTime('operation', 'renamed', [key], words, { before: key, after: name }),
        ...needsChange(name, old, now),
      ]
    }),
    ...kept.flatMap(([key, old, now]) => {
      const changes = needsChange(key, old, now)
      return changes.length > 0 ? changes : compareRemarks(key, old, now, inNewWords)
    }),
    ...compareOperationIds(before.operations, after.operations, nowAt),
    ...added
      .filter(([key]) => !taken.has(key))
      .map(([key, { needs }]) =>
        harmless('operation', 'added', [key], `${mono(key)} is new and takes ${inWords(needs)}.`, {
          after: needs,
        }),
      ),
  ]
}

/** What a removed operation became: one with its id, or one whose path differs in parameters' names alone. */
function heirsOf(removed: readonly Entry[], added: readonly Entry[]): ReadonlyMap<string, Entry> {
  const heirs = new Map<string, Entry>()
  const taken = new Set<string>()
  for (const likenessOf of [idOf, shapeOf]) {
    const candidates = groupBy(
      added.filter(([key]) => !taken.has(key)),
      likenessOf,
    )
    for (const old of removed) {
      if (heirs.has(old[0])) continue
      const heir = candidates.get(likenessOf(old))?.find(([key]) => !taken.has(key))
      if (heir === undefined) continue
      heirs.set(old[0], heir)
      taken.add(heir[0])
    }
  }
  return heirs
}

function idOf([, { id }]: Entry): string {
  return id
}

function shapeOf([key]: Entry): string {
  return withoutGapNames(key)
}

/**
 * Says what is asked for with scopes that have another text now called by it, and old texts as what they are read as:
 * renaming a scope asks for nothing new.
 */
function newWordsOf(fates: ReadonlyMap<string, Fate>, after: Picture): (needs: Needs) => Needs {
  const meaning = meaningOfAliases(after)
  const today = (scope: string) => meaning.get(scope) || nowCalled(fates, scope)
  return (needs) =>
    typeof needs === 'string' ? needs : needs.map((set) => [...new Set(set.map(today))].sort())
}

/** What only the reference shows: the note, and what the provider's document says where something else holds. */
function compareRemarks(
  key: string,
  before: PicturedOperation,
  after: PicturedOperation,
  inNewWords: (needs: Needs) => Needs,
): Change[] {
  const changes: Change[] = []
  if (before.note !== after.note) {
    const words =
      after.note === undefined
        ? `The reference has no note on ${mono(key)} any longer.`
        : `The reference now notes on ${mono(key)}: ${after.note}`
    changes.push(harmless('operation', 'words', [key], words, { before: before.note, after: after.note }))
  }
  const said = inNewWords(before.declared ?? before.needs)
  const says = inNewWords(after.declared ?? after.needs)
  if (!same(said, says)) {
    const words = `The API document now declares ${inWords(says)} for ${mono(key)} instead of ${inWords(said)}; what the server takes is the same.`
    changes.push(aside('operation', 'words', [key], words, { before: said, after: says }))
  }
  return changes
}
