/** Edits of the scopes' file, made in its text: all that stands there already stays as it is. */
import { isMap, parseDocument, type YAMLMap } from 'yaml'
import type { FamilyEntry } from '../../spec/scopes-document.js'
import type { ScopeEdit } from '../plan/plan.js'
import { quoted } from './entry-layout.js'
import { lineEnd, lineStart, Splices, trimEnd } from './splices.js'
import { addPair, endOf, nameOf, pairOf, rangeOf, removePair } from './yaml-pairs.js'

/** The text with the edits. */
export function writeScopes(text: string, edits: readonly ScopeEdit[]): string {
  const { contents } = parseDocument(text, { uniqueKeys: false })
  const splices = new Splices(text)
  if (!isMap(contents)) return text
  const families = edits.filter((edit) => edit.kind === 'family')
  insertFamilies(families, contents, text, splices)
  for (const edit of edits) {
    if (edit.kind === 'family') continue
    const section = mapIn(contents, edit.kind === 'levels' ? 'families' : edit.section)
    const entry = section && mapIn(section, edit.id)
    if (entry === undefined) continue
    if (edit.kind === 'levels') setLevels(edit.levels, entry, splices)
    else if (edit.kind === 'revive') {
      const retired = pairOf(entry, 'retired')
      if (retired !== undefined) removePair(retired, entry, text, splices)
    } else {
      const last = entry.items.at(-1)
      if (last !== undefined) addPair(`retired: ${inFlow(edit.retired)}`, last, entry, text, splices)
    }
  }
  return splices.done()
}

function mapIn(map: YAMLMap, key: string): YAMLMap | undefined {
  const value = pairOf(map, key)?.value
  return isMap(value) ? value : undefined
}

function inFlow(values: object): string {
  return `{ ${Object.entries(values)
    .map(([key, value]) => `${key}: ${quoted(String(value))}`)
    .join(', ')} }`
}

type NewFamily = Extract<ScopeEdit, { readonly kind: 'family' }>

/** Puts families where the alphabet has them. */
function insertFamilies(
  added: readonly NewFamily[],
  contents: YAMLMap,
  text: string,
  splices: Splices,
): void {
  if (added.length === 0) return
  const section = pairOf(contents, 'families')
  const standing = isMap(section?.value) ? section.value : undefined
  const sorted = [...added].sort((one, other) => (one.id < other.id ? -1 : 1))
  const first = standing?.items[0]
  if (standing === undefined || first === undefined) {
    const whole = sorted.map(({ id, entry }) => `\n  ${family(id, entry, 2)}`).join('')
    if (section === undefined) splices.insert(trimEnd(text, 0, text.length), `\n\nfamilies:${whole}`)
    else {
      const colon = text.indexOf(':', rangeOf(section.key)[1]) + 1
      splices.replace(colon, Math.max(colon, rangeOf(section.value)[1]), whole)
    }
    return
  }
  const indent = rangeOf(first.key)[0] - lineStart(text, rangeOf(first.key)[0])
  for (const { id, entry } of sorted) {
    const written = `${' '.repeat(indent)}${family(id, entry, indent)}`
    const before = standing.items.filter((pair) => nameOf(pair) < id).at(-1)
    if (before === undefined) splices.insert(lineStart(text, rangeOf(first.key)[0]), `${written}\n`)
    else splices.insert(lineEnd(text, endOf(before, text)), `\n${written}`)
  }
}

/** A family, a line for each key, with a word to whoever must put it in order. */
function family(id: string, { name, title, things, guessed, levels }: FamilyEntry, indent: number): string {
  const pad = `\n${' '.repeat(indent + 2)}`
  return [
    `${quoted(id)}:`,
    ...(guessed ? ['guessed: true # by an import: put the words in order, and take this line out'] : []),
    `name: ${quoted(name)}`,
    ...(title === undefined ? [] : [`title: ${quoted(title)}`]),
    `things: ${quoted(things)}`,
    ...(levels === undefined ? [] : [`levels: [${levels.map(quoted).join(', ')}]`]),
  ].join(pad)
}

function setLevels(levels: readonly string[], entry: YAMLMap, splices: Splices): void {
  const [from, to] = rangeOf(pairOf(entry, 'levels')?.value)
  splices.replace(from, to, `[${levels.map(quoted).join(', ')}]`)
}
