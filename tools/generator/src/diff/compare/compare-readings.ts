/** What tokens that have the old text of a renamed scope mean by it. */
import { groupBy } from '../../collections/group-by.js'
import { own } from '../../collections/own.js'
import { atRunTime, type Change, FEW, listed, mono } from '../change.js'
import type { Picture } from '../picture/picture.js'
import { type Fate, levelOf } from './fates.js'

/** Told once for a level that has another id in many families, and for the scopes of a family. */
export function compareReadings(
  before: Picture,
  after: Picture,
  fates: ReadonlyMap<string, Fate>,
): readonly Change[] {
  const renamed = [...fates].flatMap(([text, fate]) =>
    fate.kind === 'renamed' && fate.isRead ? [{ text, now: fate.scope }] : [],
  )
  const levels = [...groupBy(renamed, (one) => stepOf(one, before, after))].flatMap(([step, members]) =>
    step === undefined || members.length <= FEW ? [] : [{ step, members }],
  )
  const rest = renamed.filter((one) => !levels.some(({ members }) => members.includes(one)))
  const families = groupBy(rest, ({ text, now }) =>
    JSON.stringify([own(before.scopes, text)?.family, own(before.scopes, now) === undefined]),
  )
  return [
    ...levels.map(({ step, members }) => changeOfLevel(step, members)),
    ...[...families.values()].map((members) => changeOfFamily(members, before)),
  ]
}

/** A scope that is read as another one. */
interface Renamed {
  readonly text: string
  readonly now: string
}

/** In words, as which level that of a scope is read, where its family stays and the level is new. */
function stepOf({ text, now }: Renamed, before: Picture, after: Picture): string | undefined {
  const [level, heir] = [levelOf(text, before), levelOf(now, after)]
  const isOfFamily = own(before.scopes, text)?.family === own(after.scopes, now)?.family
  if (level === undefined || heir === undefined || !isOfFamily || own(before.scopes, now) !== undefined)
    return
  return `the level ${mono(level)} is now read as ${mono(heir)}`
}

const UNFOUND = 'code that looks for the old text no longer finds it'

function changeOfLevel(step: string, members: readonly Renamed[]): Change {
  const [texts, heirs] = [members.map(({ text }) => text), members.map(({ now }) => now)]
  const words = `In a token ${step} (${texts.length} scopes, such as ${listed(texts.slice(0, 1))}): ${UNFOUND}.`
  return atRunTime('scope', 'default', texts, words, { before: texts, after: heirs })
}

function changeOfFamily(members: readonly Renamed[], before: Picture): Change {
  const [texts, heirs] = [members.map(({ text }) => text), [...new Set(members.map(({ now }) => now))]]
  const [is, cover] = [texts.length === 1 ? 'is' : 'are', heirs.length === 1 ? 'covers' : 'cover']
  const stood = members.some(({ now }) => own(before.scopes, now) !== undefined)
  const more = stood ? `it counts as having all that ${listed(heirs)} ${cover}, and ` : ''
  const words = `In a token ${listed(texts)} ${is} now read as ${listed(heirs)}: ${more}${UNFOUND}.`
  return atRunTime('scope', 'default', texts, words, { before: texts, after: heirs })
}
