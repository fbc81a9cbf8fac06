/** Older spellings of scopes that are read: those that came, went or mean another scope. */
import { groupBy } from '../../collections/group-by.js'
import { own } from '../../collections/own.js'
import { atRunTime, type Change, FEW, harmless, listed, mono } from '../change.js'
import type { Picture } from '../picture/picture.js'
import { type Fate, meaningOfAliases, nowCalled } from './fates.js'

/** A level or a family brings many spellings at once, so all that share a fate are told in one sentence. */
export function compareAliases(
  before: Picture,
  after: Picture,
  fates: ReadonlyMap<string, Fate>,
): readonly Change[] {
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
    ...byName(moved).map((told) => readAsOther(told, now)),
    ...together(read, readable(before)).map(nowRead),
    ...byName(added.filter(([, scope]) => scope === '')).map(nowNothing),
  ]
}

function readable({ scopes, aliases }: Picture): readonly string[] {
  return [...Object.keys(scopes), ...Object.values(aliases).flat()]
}

/** Other spellings, and the scope that each stands for. */
type Spellings = readonly (readonly [alias: string, scope: string])[]

/** Spellings that are told at once. */
interface Told {
  readonly spellings: Spellings
  readonly names: readonly string[]
  /** What the sentence begins with. */
  readonly subject: string
  readonly isOne: boolean
}

/**
 * A level has a spelling for every family, and a former family one for every level. Those of a level or a family of which
 * the other side reads nothing are told by it, and all others by their names.
 *
 * @param others - what the other side reads.
 */
function together(spellings: Spellings, others: readonly string[]): readonly Told[] {
  const levels = wholes('The level', spellings, levelIn, others)
  const ofFamilies = without(spellings, levels)
  const families = wholes('The former family', ofFamilies, familyIn, others)
  return [...levels, ...families, ...byName(without(ofFamilies, families))]
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

function byName(spellings: Spellings): readonly Told[] {
  const names = namesOf(spellings)
  if (names.length === 0) return []
  return [{ spellings, names, subject: listed(names), isOne: names.length === 1 }]
}

function namesOf(spellings: Spellings): string[] {
  return spellings.map(([alias]) => alias).sort()
}

function noLongerRead({ spellings, names, subject, isOne }: Told): Change {
  const [is, it] = isOne ? ['is', 'it'] : ['are', 'they']
  const words = `${subject} in an old token ${is} no longer read as what ${it} stood for.`
  return atRunTime('spelling', 'narrowed', names, words, { before: Object.fromEntries(spellings) })
}

function readAsOther(
  { spellings, names, subject, isOne }: Told,
  now: (alias: string) => string | undefined,
): Change {
  const words = `${subject} in an old token ${isOne ? 'is' : 'are'} read as another scope than before.`
  const after = Object.fromEntries(spellings.map(([alias]) => [alias, now(alias)]))
  return atRunTime('spelling', 'default', names, words, { before: Object.fromEntries(spellings), after })
}

function nowRead({ spellings, names, subject, isOne }: Told): Change {
  const words = `${subject} in a token ${isOne ? 'is' : 'are'} read too.`
  return harmless('spelling', 'widened', names, words, { after: Object.fromEntries(spellings) })
}

function nowNothing({ spellings, names, subject, isOne }: Told): Change {
  const words = `${subject} in a token ${isOne ? 'is' : 'are'} read as no scope.`
  return harmless('spelling', 'widened', names, words, { after: Object.fromEntries(spellings) })
}
