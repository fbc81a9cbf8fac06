import { posix } from 'node:path'
import { prose } from '../words/prose.js'
import { anchorOf } from './reference-links.js'

/** A page of Markdown from its parts, with an empty line between two of them. */
export function page(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

/**
 * A table, its columns aligned so that it reads well as text too, but for the last, where the long texts
 * stand. A column with nothing in it is left out.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = header
    .map((title, index) => [title, ...rows.map((row) => cellOf(row[index] ?? ''))])
    .filter(([, ...cells]) => cells.some((cell) => cell !== ''))
  const aligned = columns.map(([title = '', ...cells], index) => {
    if (index === columns.length - 1) return [title, '---', ...cells]
    const width = Math.max(3, title.length, ...cells.map((cell) => cell.length))
    return [title.padEnd(width), '-'.repeat(width), ...cells.map((cell) => cell.padEnd(width))]
  })
  const lines = ['', '', ...rows].map((_, index) => `| ${aligned.map((cells) => cells[index]).join(' | ')} |`)
  return lines.join('\n')
}

function cellOf(markdown: string): string {
  return markdown.replaceAll('|', '\\|').replaceAll('\n', ' ')
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

/** A link from a page to a file of the repository. */
export function toFile(from: string, file: string): string {
  return `[${mono(file)}](${posix.relative(posix.dirname(from), file)})`
}

/** A piece of code in a language. */
export function fenced(language: string, code: string): string {
  const fence = fenceFor(code, 3)
  return `${fence}${language}\n${code}\n${fence}`
}
