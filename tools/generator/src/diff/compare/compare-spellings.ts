/** How lists of scopes are read and written, and older spellings that are read. */

import { own } from '../../collections/own.js'
import { atRunTime, type Change, harmless, listed, mono } from '../change.js'
import type { Picture } from '../picture/picture.js'
import { type Fate, meaningOfAliases, nowCalled } from './fates.js'
import { lostAndGained } from './side-by-side.js'

export function compareSpellings(
  before: Picture,
  after: Picture,
  fates: ReadonlyMap<string, Fate>,
): readonly Change[] {
  return [
    ...compareAliases(before, after, fates),
    ...compareSeparators(before, after),
    ...compareCase(before, after),
  ]
}

/** A family brings many spellings at once, so all that share a fate are told in one sentence. */
function compareAliases(before: Picture, after: Picture, fates: ReadonlyMap<string, Fate>): Change[] {
  const [older, newer] = [meaningOfAliases(before), meaningOfAliases(after)]
  const now = (alias: string) => (own(after.scopes, alias) === undefined ? newer.get(alias) : alias)
  // That the spellings of a scope which is gone are gone with it is no news; that they mean another one is.
  const lost = [...older].filter(
    ([alias, scope]) => now(alias) === undefined && fates.get(scope)?.kind !== 'gone',
  )
  const moved = [...older].filter(
    ([alias, scope]) => now(alias) !== undefined && now(alias) !== nowCalled(fates, scope),
  )
  const added = [...newer].filter(([alias]) => !older.has(alias) && own(before.scopes, alias) === undefined)
  return [
    ...noLongerRead(lost),
    ...readAsOther(
      moved,
      moved.map(([alias]) => [alias, now(alias)]),
    ),
    ...nowRead(added.filter(([, scope]) => own(before.scopes, scope) !== undefined)),
    ...nowNothing(added.filter(([, scope]) => scope === '')),
  ]
}

/** Other spellings, and the scope that each stands for. */
type Spellings = readonly (readonly [alias: string, scope: string | undefined])[]

function namesOf(spellings: Spellings): string[] {
  return spellings.map(([alias]) => alias).sort()
}

function noLongerRead(spellings: Spellings): Change[] {
  if (spellings.length === 0) return []
  const names = namesOf(spellings)
  const words = `${listed(names)} in an old token ${are(names)} no longer read as what ${names.length === 1 ? 'it' : 'they'} stood for.`
  return [atRunTime('spelling', 'narrowed', names, words, { before: Object.fromEntries(spellings) })]
}

function readAsOther(spellings: Spellings, others: Spellings): Change[] {
  if (spellings.length === 0) return []
  const names = namesOf(spellings)
  const words = `${listed(names)} in an old token ${are(names)} read as another scope than before.`
  const step = { before: Object.fromEntries(spellings), after: Object.fromEntries(others) }
  return [atRunTime('spelling', 'default', names, words, step)]
}

function nowRead(spellings: Spellings): Change[] {
  if (spellings.length === 0) return []
  const names = namesOf(spellings)
  const words = `${listed(names)} in a token ${are(names)} read too.`
  return [harmless('spelling', 'widened', names, words, { after: Object.fromEntries(spellings) })]
}

function nowNothing(spellings: Spellings): Change[] {
  if (spellings.length === 0) return []
  const names = namesOf(spellings)
  const words = `${listed(names)} in a token ${are(names)} read as no scope.`
  return [harmless('spelling', 'widened', names, words, { after: Object.fromEntries(spellings) })]
}

function are(names: readonly string[]): string {
  return names.length === 1 ? 'is' : 'are'
}

/** How several scopes stand in one text, shown by two of the spec. */
function compareSeparators({ writing: before }: Picture, after: Picture): Change[] {
  const [older, newer] = [before.separators, after.writing.separators]
  const [one = '', other = ''] = Object.keys(after.scopes).filter((text) => !after.scopes[text]?.wildcard)
  const joined = (between: string) => one + between + other
  const changes: Change[] = []
  const { lost, gained } = lostAndGained([...older.read], [...newer.read])
  if (lost.length > 0) {
    const lists = lost.map(joined)
    const words = `${listed(lists)} ${are(lists)} no longer read as two scopes.`
    changes.push(atRunTime('spelling', 'narrowed', lists, words, { before: lost }))
  }
  if (gained.length > 0) {
    const lists = gained.map(joined)
    const words = `${listed(lists)} ${are(lists)} now read as two scopes too.`
    changes.push(harmless('spelling', 'widened', lists, words, { after: gained }))
  }
  if (older.write !== newer.write) {
    const [is, was] = [joined(newer.write), joined(older.write)]
    const words = `Two scopes are now sent as ${mono(is)} instead of ${mono(was)}.`
    const step = { before: older.write, after: newer.write }
    changes.push(atRunTime('spelling', 'default', [is, was], words, step))
  }
  if (older.answer !== newer.answer) {
    const [is, was] = [joined(newer.answer), joined(older.answer)]
    const words = `Two scopes now stand in answers as ${mono(is)} instead of ${mono(was)}.`
    const step = { before: older.answer, after: newer.answer }
    changes.push(atRunTime('spelling', 'default', [is, was], words, step))
  }
  return changes
}

function compareCase({ writing: before }: Picture, { writing: after, scopes }: Picture): Change[] {
  if (before.ignoreCase === after.ignoreCase) return []
  const scope = Object.keys(scopes).find((text) => text.toUpperCase() !== text.toLowerCase()) ?? ''
  const [upper, lower] = [scope.toUpperCase(), scope.toLowerCase()]
  const words = after.ignoreCase
    ? `Upper and lower case in scopes are now the same: ${mono(upper)} is read as ${mono(lower)}.`
    : `Upper and lower case in scopes are now told apart: ${mono(upper)} is no longer ${mono(lower)}.`
  return [
    atRunTime('spelling', 'default', [upper], words, { before: before.ignoreCase, after: after.ignoreCase }),
  ]
}
