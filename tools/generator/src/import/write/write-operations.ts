/** Edits of the operations' file, made in its text: only lines of what changed become others. */
import { isMap, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { compareKeys, sectionOf } from '../keys.js'
import type { OperationEdit } from '../plan/plan.js'
import { layOut } from './entry-layout.js'
import { rewriteEntry } from './rewrite-entry.js'
import { lineEnd, lineStart, nextLine, Splices } from './splices.js'
import { endOf, nameOf, pairOf, rangeOf } from './yaml-pairs.js'

type Edit<K extends OperationEdit['kind']> = Extract<OperationEdit, { readonly kind: K }>

/** An operation's place in the text: from the beginning of its key up to the end of its value. */
interface Standing {
  readonly key: string
  readonly value: unknown
  readonly from: number
  readonly to: number
}

/** The text with the edits, and with another version where one is given. */
export function writeOperations(
  text: string,
  edits: readonly OperationEdit[],
  version: string | undefined,
): string {
  const { contents } = parseDocument(text, { uniqueKeys: false })
  const splices = new Splices(text)
  const section = isMap(contents) ? pairOf(contents, 'operations') : undefined
  if (!isMap(contents) || section === undefined) return text
  if (version !== undefined) writeVersion(version, contents, section, splices)
  const standing = isMap(section.value) ? section.value.items.map((pair) => standingOf(pair, text)) : []
  const indent = standing[0] === undefined ? 2 : standing[0].from - lineStart(text, standing[0].from)
  const added = edits.filter((edit) => edit.kind === 'add')
  const gone = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.key] : [])))
  for (const edit of edits) {
    const place = standing.find(({ key }) => key === edit.key)
    if (edit.kind === 'change' && place !== undefined) change(edit, place, text, indent, splices)
  }
  for (const place of standing) if (gone.has(place.key)) remove(place, standing, gone, added, text, splices)
  if (standing.length > 0) insertAll(added, standing, text, indent, splices)
  else fill(added, section, text, splices)
  return splices.done()
}

function standingOf(pair: Pair, text: string): Standing {
  return { key: nameOf(pair), value: pair.value, from: rangeOf(pair.key)[0], to: endOf(pair, text) }
}

function writeVersion(version: string, contents: YAMLMap, section: Pair, splices: Splices): void {
  const pair = pairOf(contents, 'version')
  if (pair === undefined) splices.insert(rangeOf(section.key)[0], `version: ${version}\n\n`)
  else {
    const [from, to] = rangeOf(pair.value)
    splices.replace(from, to, version)
  }
}

function change(
  { key, before, entry }: Edit<'change'>,
  { value, from, to }: Standing,
  text: string,
  indent: number,
  splices: Splices,
): void {
  const written = text.slice(from, to)
  const isOurs = written.replaceAll('\r\n', '\n') === layOut(key, before, indent)
  if (isOurs || !isMap(value)) splices.replace(from, to, layOut(key, entry, indent))
  else rewriteEntry(value, before, entry, text, splices)
}

/** Takes an operation's lines out and, with the last of a section, its headline. */
function remove(
  place: Standing,
  standing: readonly Standing[],
  gone: ReadonlySet<string>,
  added: readonly Edit<'add'>[],
  text: string,
  splices: Splices,
): void {
  const section = sectionOf(place.key)
  const others = standing.filter(({ key }) => sectionOf(key) === section)
  const isLast = others.every(({ key }) => gone.has(key)) && others[0]?.key === place.key
  const isKept = added.some(({ key }) => sectionOf(key) === section)
  let from = lineStart(text, place.from)
  if (isLast && !isKept) {
    const headline = lineStart(text, from - 1)
    if (text.slice(headline, from).trim() === `# ${section}`) {
      from = headline
      const blank = lineStart(text, from - 1)
      if (text.slice(blank, from).trim() === '') from = blank
    }
  }
  splices.replace(from, nextLine(text, place.to), '')
}

/** Puts each new operation into its section, in the order of the file. */
function insertAll(
  added: readonly Edit<'add'>[],
  standing: readonly Standing[],
  text: string,
  indent: number,
  splices: Splices,
): void {
  const pad = ' '.repeat(indent)
  const sections = new Set(standing.map(({ key }) => sectionOf(key)))
  const titled = new Set<string>()
  for (const { key, entry } of [...added].sort((one, other) => compareKeys(one.key, other.key))) {
    const section = sectionOf(key)
    const own = standing.filter((place) => sectionOf(place.key) === section)
    const next = own.find((place) => compareKeys(place.key, key) > 0)
    const before = next === undefined ? own.at(-1) : own[own.indexOf(next) - 1]
    const written = `${pad}${layOut(key, entry, indent)}`
    if (before !== undefined) splices.insert(lineEnd(text, before.to), `\n${written}`)
    else if (next !== undefined) splices.insert(lineStart(text, next.from), `${written}\n`)
    else {
      const title = titled.has(section) || !hasHeadlines(standing, text) ? '' : `\n${pad}# ${section}\n`
      titled.add(section)
      insertSection(section, title, written, sections, standing, text, splices)
    }
  }
}

/** A new section stands behind the one that comes before it. */
function insertSection(
  section: string,
  title: string,
  written: string,
  sections: ReadonlySet<string>,
  standing: readonly Standing[],
  text: string,
  splices: Splices,
): void {
  const [before] = [...sections]
    .filter((other) => other < section)
    .sort()
    .reverse()
  const last = standing.findLast(({ key }) => sectionOf(key) === before)
  if (last !== undefined) {
    splices.insert(lineEnd(text, last.to), title === '' ? `\n${written}` : `\n${title}${written}`)
    return
  }
  const [first] = standing
  const heading = lineEnd(text, text.lastIndexOf('operations:', first?.from))
  splices.insert(
    heading,
    `${title === '' ? '\n' : title}${written}${hasHeadlines(standing, text) ? '\n' : ''}`,
  )
}

/** Whether the first operation of the file has the name of its section above it. */
function hasHeadlines([first]: readonly Standing[], text: string): boolean {
  if (first === undefined) return true
  const start = lineStart(text, first.from)
  return text.slice(lineStart(text, start - 1), start).trim() === `# ${sectionOf(first.key)}`
}

/** Writes all operations into a file that holds none. */
function fill(added: readonly Edit<'add'>[], section: Pair, text: string, splices: Splices): void {
  if (added.length === 0) return
  const sorted = [...added].sort((one, other) => compareKeys(one.key, other.key))
  const lines = sorted.map(({ key, entry }, index) => {
    const previous = sorted[index - 1]
    const isNew = previous === undefined || sectionOf(previous.key) !== sectionOf(key)
    const title = isNew ? `${index === 0 ? '' : '\n'}  # ${sectionOf(key)}\n` : ''
    return `${title}  ${layOut(key, entry, 2)}`
  })
  const [, end] = rangeOf(section.key)
  const colon = text.indexOf(':', end) + 1
  splices.replace(colon, Math.max(colon, rangeOf(section.value)[1]), `\n${lines.join('\n')}`)
}
