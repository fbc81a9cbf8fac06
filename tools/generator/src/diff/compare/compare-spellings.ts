/** How lists of scopes are read and written, and older spellings that are read. */

import { own } from '../../collections/own.js'
import { atRunTime, type Change, harmless, listed, mono } from '../change.js'
import type { Picture } from '../picture/picture.js'
import { type Fate, meaningOfAliases, nowCalled } from './fates.js'

export function compareSpellings(
  before: Picture,
  after: Picture,
  fates: ReadonlyMap<string, Fate>,
): readonly Change[] {
  return [...compareAliases(before, after, fates), ...compareSeparators(before, after)]
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
    ...noLongerRead(namesOf(lost)),
    ...readAsOther(namesOf(moved)),
    ...nowRead(namesOf(added.filter(([, scope]) => own(before.scopes, scope) !== undefined))),
    ...nowNothing(namesOf(added.filter(([, scope]) => scope === ''))),
  ]
}

function namesOf(aliases: readonly (readonly [alias: string, scope: string])[]): string[] {
  return aliases.map(([alias]) => alias).sort()
}

function noLongerRead(names: readonly string[]): Change[] {
  if (names.length === 0) return []
  const words = `${listed(names)} in an old token ${are(names)} no longer read as what ${names.length === 1 ? 'it' : 'they'} stood for.`
  return [atRunTime('spelling', 'narrowed', names, words)]
}

function readAsOther(names: readonly string[]): Change[] {
  if (names.length === 0) return []
  const words = `${listed(names)} in an old token ${are(names)} read as another scope than before.`
  return [atRunTime('spelling', 'default', names, words)]
}

function nowRead(names: readonly string[]): Change[] {
  if (names.length === 0) return []
  return [harmless('spelling', 'widened', names, `${listed(names)} in a token ${are(names)} read too.`)]
}

function nowNothing(names: readonly string[]): Change[] {
  if (names.length === 0) return []
  const words = `${listed(names)} in a token ${are(names)} read as no scope.`
  return [harmless('spelling', 'widened', names, words)]
}

function are(names: readonly string[]): string {
  return names.length === 1 ? 'is' : 'are'
}

function compareSeparators({ writing: before }: Picture, { writing: after }: Picture): Change[] {
  const changes: Change[] = []
  const [older, newer] = [before.separators, after.separators]
  const [lost, gained] = [without(older.read, newer.read), without(newer.read, older.read)]
  if (lost.length > 0) {
    const words = `Lists of scopes are no longer read with ${listed(lost)} as their \`separators\`.`
    changes.push(atRunTime('spelling', 'narrowed', ['separators'], words))
  }
  if (gained.length > 0) {
    const words = `Lists of scopes are read with ${listed(gained)} as their \`separators\` too.`
    changes.push(harmless('spelling', 'widened', ['separators'], words))
  }
  if (older.write !== newer.write) {
    const words = `Scopes are now written with ${mono(newer.write)} between them instead of ${mono(older.write)} (\`separators\`).`
    changes.push(atRunTime('spelling', 'default', ['separators'], words))
  }
  if (older.answer !== newer.answer) {
    const words = `Scopes now come with ${mono(newer.answer)} between them in answers instead of ${mono(older.answer)} (\`separators\`).`
    changes.push(atRunTime('spelling', 'default', ['separators'], words))
  }
  if (before.ignoreCase !== after.ignoreCase) {
    const words = `Upper and lower case in scopes are now ${after.ignoreCase ? 'the same' : 'told apart'} (\`ignoreCase\`).`
    changes.push(atRunTime('spelling', 'default', ['ignoreCase'], words))
  }
  return changes
}

function without(characters: string, others: string): string[] {
  return [...characters].filter((character) => !others.includes(character))
}
