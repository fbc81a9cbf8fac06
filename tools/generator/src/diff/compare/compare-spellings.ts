/** How lists of scopes are read and written. */

import { atRunTime, type Change, harmless, listed, mono } from '../change.js'
import type { Picture } from '../picture/picture.js'
import { lostAndGained } from './side-by-side.js'

export function compareSpellings(before: Picture, after: Picture): readonly Change[] {
  return [...compareSeparators(before, after), ...compareCase(before, after)]
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
