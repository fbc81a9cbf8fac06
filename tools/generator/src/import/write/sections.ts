/**
 * The sections of the operations' file: the operations under one headline, the first step of
 * their path, in their order.
 */
import type { Pair } from 'yaml'
import { compareKeys, sectionOf } from '../keys.js'
import type { OperationEdit } from '../plan/plan.js'
import { layOut } from './entry-layout.js'
import { lineEnd, lineStart, nextLine, type Splices } from './splices.js'
import { rangeOf } from './yaml-pairs.js'

/** An operation that comes new into the file. */
export type Added = Extract<OperationEdit, { readonly kind: 'add' }>

/** An operation's place in the text: from the beginning of its key up to the end of its value. */
export interface Standing {
  readonly key: string
  readonly value: unknown
  readonly from: number
  readonly to: number
}

/** Takes an operation's lines out and, with the last of a section, its headline. */
export function remove(
  place: Standing,
  standing: readonly Standing[],
  gone: ReadonlySet<string>,
  added: readonly Added[],
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
export function insertAll(
  added: readonly Added[],
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
export function fill(added: readonly Added[], section: Pair, text: string, splices: Splices): void {
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
