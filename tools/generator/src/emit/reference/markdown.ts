import { anchorOf } from '../../model/headings.js'
import { prose } from '../words/prose.js'

/** A page of Markdown from its parts, with an empty line between two of them. */
export function page(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

/**
 * A table. Columns are not aligned, so that one cell that changes is one line in a difference; one with nothing in
 * it is left out.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const filled = header.flatMap((_, index) => (rows.some((row) => row[index]) ? [index] : []))
  const line = (cells: readonly string[]) =>
    `|${filled.map((index) => cellOf(cells[index] ?? '')).join('|')}|`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

function cellOf(markdown: string): string {
  return markdown === '' ? ' ' : ` ${markdown.replaceAll('|', '\\|').replaceAll('\n', ' ')} `
}

/** A heading. */
export function heading(level: 1 | 2 | 3, words: string): string {
  return `${'#'.repeat(level)} ${prose(words)}`
}

/** A word as it stands in code. */
export function mono(word: string): string {
  const fence = fenceFor(word, 1)
  const apart = word.startsWith('`') || word.endsWith('`') ? ' ' : ''
  return `${fence}${apart}${word.replaceAll('\n', ' ')}${apart}${fence}`
}

/** More backquotes than stand in a row in a text, but no fewer than so many. */
function fenceFor(text: string, fewest: number): string {
  if (!text.includes('`')) return '`'.repeat(fewest)
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([row]) => row.length))
  return '`'.repeat(Math.max(fewest, longest + 1))
}

/** A list, an item a line. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** A link to a heading of the same page. */
export function toHeading(title: string, markdown: string = prose(title)): string {
  return `[${markdown}](#${anchorOf(title)})`
}

/** A piece of code in a language. */
export function fenced(language: string, code: string): string {
  const fence = fenceFor(code, 3)
  return `${fence}${language}\n${code}\n${fence}`
}
