/**
 * The sections of the operations' file: the operations under one headline, the first step of
 * their path, in their order.
 */
import type { Pair } from 'yaml'
import { groupBy } from '../../collections/group-by.js'
import { compareKeys, sectionOf } from '../keys.js'
import type { OperationEdit } from '../plan/plan.js'
import { layOut } from './entry-layout.js'
import { lineStart, nextLine, type Splices } from './splices.js'
import { rangeOf } from './yaml-pairs.js'

/** An operation that comes new into the file. */
export type Added = Extract<OperationEdit, { readonly kind: 'add' }>

/** An operation's place in the text: from the beginning of its key up to the end of its value. */
export interface Standing {
  readonly key: string
  readonly value: unknown
  /** Where the remarks and blank lines above it begin. */
  readonly above: number
  readonly from: number
  readonly to: number
}

/** Operations as they stand, one of them at least. */
export type AllStanding = readonly [Standing, ...Standing[]]

/** Takes operations out with their lines and, with the last of a section, its headline. */
export function removeAll(
  gone: ReadonlySet<string>,
  added: readonly Added[],
  standing: readonly Standing[],
  text: string,
  splices: Splices,
): void {
  const kept = new Set(added.map(({ key }) => sectionOf(key)))
  for (const { key } of standing) if (!gone.has(key)) kept.add(sectionOf(key))
  for (const place of standing) {
    if (!gone.has(place.key)) continue
    const start = lineStart(text, place.from)
    const from = kept.has(sectionOf(place.key)) ? start : (sectionStart(place, text) ?? start)
    splices.replace(from, nextLine(text, place.to), '')
  }
}

/** Where the headline right above an operation begins, with a blank line before it. */
function sectionStart(place: Standing, text: string): number | undefined {
  const below = belowHeadline(place, text)
  if (below === undefined || text.slice(below, place.from).trim() !== '') return undefined
  const headline = lineStart(text, below - 1)
  const blank = lineStart(text, headline - 1)
  return blank >= place.above && text.slice(blank, headline).trim() === '' ? blank : headline
}

/** Puts each new operation into its section, in the order of the file. */
export function insertAll(
  added: readonly Added[],
  standing: AllStanding,
  text: string,
  indent: number,
  splices: Splices,
): void {
  const pad = ' '.repeat(indent)
  const sections = groupBy(standing, ({ key }) => sectionOf(key))
  const names = [...sections.keys()].sort()
  const titled = [...sections.values()].some(([first]) => belowHeadline(first, text) !== undefined)
  for (const [section, news] of inSections(added)) {
    const own = sections.get(section)
    const lines = news.map(({ key, entry }) => ({ key, written: `${pad}${layOut(key, entry, indent)}\n` }))
    if (own !== undefined) insertInto(own, lines, text, splices)
    else {
      const whole = `${titled ? `${pad}# ${section}\n` : ''}${lines.map(({ written }) => written).join('')}`
      const last = sections.get(names.findLast((name) => name < section) ?? '')?.at(-1)
      insertSection(whole, titled ? '\n' : '', last, standing, text, splices)
    }
  }
}

/** Operations by their sections, all in the order of the file. */
function inSections(added: readonly Added[]): [string, readonly Added[]][] {
  const sorted = [...added].sort((one, other) => compareKeys(one.key, other.key))
  return [...groupBy(sorted, ({ key }) => sectionOf(key))].sort(([one], [other]) => (one < other ? -1 : 1))
}

function insertInto(
  own: AllStanding,
  news: readonly { readonly key: string; readonly written: string }[],
  text: string,
  splices: Splices,
): void {
  let at = 0
  for (const { key, written } of news) {
    for (let next = own[at]; next !== undefined && compareKeys(next.key, key) < 0; next = own[at]) at += 1
    const before = own[at - 1]
    if (before === undefined) insertFirst(written, own[0], text, splices)
    else insertBelow(written, before, text, splices)
  }
}

/** What comes before the first of a section stands below its headline, and above what is remarked on the first. */
function insertFirst(written: string, first: Standing, text: string, splices: Splices): void {
  const start = lineStart(text, first.from)
  const below = belowHeadline(first, text)
  const [remarks = ''] = text
    .slice(below ?? first.above, start)
    .split(/\n\s*\n/)
    .slice(-1)
  if (!remarks.includes('#')) splices.insert(start, written)
  else if (below !== undefined) splices.insert(below, written)
  // Nobody knows whether the remarks are about the section or the operation.
  else insertBelow(written, first, text, splices)
}

function insertBelow(written: string, place: Standing, text: string, splices: Splices): void {
  const at = nextLine(text, place.to)
  if (text[at - 1] === '\n') splices.insert(at, written)
  else splices.insert(at, `\n${written.replace(/\n$/, '')}`)
}

/** A new section stands behind the one that comes before it, with all that stands under the headline of that. */
function insertSection(
  whole: string,
  blank: string,
  last: Standing | undefined,
  standing: AllStanding,
  text: string,
  splices: Splices,
): void {
  const [first] = standing
  const below = belowHeadline(first, text)
  if (last === undefined)
    splices.insert(below === undefined ? first.above : lineStart(text, below - 1), `${whole}${blank}`)
  else {
    let at = standing.indexOf(last)
    for (let next = standing[at + 1]; blank !== '' && next !== undefined; next = standing[at + 1]) {
      if (isApart(next, text)) break
      at += 1
    }
    insertBelow(`${blank}${whole}`, standing[at] ?? last, text, splices)
  }
}

/** Whether a headline or a blank line sets an operation apart from the one before it. */
function isApart(place: Standing, text: string): boolean {
  const gap = text.slice(place.above, lineStart(text, place.from))
  return belowHeadline(place, text) !== undefined || /^\s*$/m.test(gap.replace(/\n$/, ''))
}

/** Where the line after the headline above an operation begins: the name of its section, however it is decorated. */
function belowHeadline({ key, above, from }: Standing, text: string): number | undefined {
  const lines = text.slice(above, lineStart(text, from)).split(/(?<=\n)/)
  const name = letters(sectionOf(key))
  const at = lines.findLastIndex((line) => letters(line) === name)
  return at < 0 ? undefined : above + lines.slice(0, at + 1).join('').length
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** Writes all operations into a file that holds none. */
export function fill(added: readonly Added[], section: Pair, text: string, splices: Splices): void {
  if (added.length === 0) return
  const sections = inSections(added).map(([name, news]) =>
    [`  # ${name}`, ...news.map(({ key, entry }) => `  ${layOut(key, entry, 2)}`)].join('\n'),
  )
  const [, end] = rangeOf(section.key)
  const colon = text.indexOf(':', end) + 1
  splices.replace(colon, Math.max(colon, rangeOf(section.value)[1]), `\n${sections.join('\n\n')}`)
}
