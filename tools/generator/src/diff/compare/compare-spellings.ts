/** How lists of scopes are read and written, and older spellings that are read. */

import { groupBy } from '../../collections/group-by.js'
import { own } from '../../collections/own.js'
import { atRunTime, type Change, FEW, harmless, listed, mono } from '../change.js'
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

/** A level or a family brings many spellings at once, so all that share a fate are told in one sentence. */
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
  const read = added.filter(([, scope]) => own(before.scopes, scope) !== undefined)
  return [
    ...together(lost, readable(after)).map(noLongerRead),
    ...readAsOther(
      moved,
      moved.map(([alias]) => [alias, now(alias)]),
    ),
    ...together(read, readable(before)).map(nowRead),
    ...nowNothing(added.filter(([, scope]) => scope === '')),
  ]
}

function readable({ scopes, aliases }: Picture): readonly string[] {
  return [...Object.keys(scopes), ...Object.values(aliases).flat()]
}

/** Other spellings, and the scope that each stands for. */
type Spellings = readonly (readonly [alias: string, scope: string | undefined])[]

function namesOf(spellings: Spellings): string[] {
  return spellings.map(([alias]) => alias).sort()
}

/** Spellings that are told at once. */
interface Told {
  readonly spellings: Spellings
  readonly names: readonly string[]
  readonly subject: string
  readonly isOne: boolean
}

/**
 * A level has a spelling for every family, and a former family one for every level. Those of a level or a family of which
 * the other side reads nothing are told by it, and all others by their names.
 *
 * @param others what the other side reads.
 */
function together(spellings: Spellings, others: readonly string[]): readonly Told[] {
  const levels = wholes('The level', spellings, levelIn, others)
  const ofFamilies = without(spellings, levels)
  const families = wholes('The former family', ofFamilies, familyIn, others)
  const rest = without(ofFamilies, families)
  const names = namesOf(rest)
  const single = { spellings: rest, names, subject: listed(names), isOne: names.length === 1 }
  return [...levels, ...families, ...(names.length === 0 ? [] : [single])]
}

function wholes(
  what: string,
  spellings: Spellings,
  wholeIn: (spelling: string) => string | undefined,
  others: readonly string[],
): readonly Told[] {
  const known = new Set(others.map(wholeIn))
  return [...groupBy(spellings, ([alias]) => wholeIn(alias))].flatMap(([whole, members]): Told[] => {
    if (whole === undefined || known.has(whole) || members.length <= FEW) return []
    const subject = `${what} ${mono(whole)} (${members.length} scopes)`
    return [{ spellings: members, names: [...new Set([whole, ...namesOf(members)])], subject, isOne: true }]
  })
}

function without(spellings: Spellings, told: readonly Told[]): Spellings {
  return spellings.filter((one) => !told.some(({ spellings: members }) => members.includes(one)))
}

function levelIn(spelling: string): string | undefined {
  return /:(.+)$/.exec(spelling)?.[1]
}

function familyIn(spelling: string): string {
  return spelling.replace(/:.+$/, '')
}

function noLongerRead({ spellings, names, subject, isOne }: Told): Change {
  const words = `${subject} in an old token ${isOne ? 'is' : 'are'} no longer read as what ${isOne ? 'it' : 'they'} stood for.`
  return atRunTime('spelling', 'narrowed', names, words, { before: Object.fromEntries(spellings) })
}

function readAsOther(spellings: Spellings, others: Spellings): Change[] {
  if (spellings.length === 0) return []
  const names = namesOf(spellings)
  const words = `${listed(names)} in an old token ${are(names)} read as another scope than before.`
  const step = { before: Object.fromEntries(spellings), after: Object.fromEntries(others) }
  return [atRunTime('spelling', 'default', names, words, step)]
}

function nowRead({ spellings, names, subject, isOne }: Told): Change {
  const words = `${subject} in a token ${isOne ? 'is' : 'are'} read too.`
  return harmless('spelling', 'widened', names, words, { after: Object.fromEntries(spellings) })
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
