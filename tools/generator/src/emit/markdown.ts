import { posix } from 'node:path'
import { anchorOf } from './reference-links.js'

/** A page of Markdown from its parts, with an empty line between two of them. */
export function page(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

/**
 * A table, its columns aligned so that it reads well as text too, but for the last, where the long texts stand. A
 * column with nothing in it is left out.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = header
    .map((title, index) => [title, ...rows.map((row) => escaped(row[index] ?? ''))])
    .filter(([, ...cells]) => cells.some((cell) => cell !== ''))
  const aligned = columns.map(([title = '', ...cells], index) => {
    if (index === columns.length - 1) return [title, '---', ...cells]
    const width = Math.max(3, title.length, ...cells.map((cell) => cell.length))
    return [title.padEnd(width), '-'.repeat(width), ...cells.map((cell) => cell.padEnd(width))]
  })
  const lines = ['', '', ...rows].map((_, index) => `| ${aligned.map((cells) => cells[index]).join(' | ')} |`)
  return lines.join('\n')
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** A word as it stands in code. */
export function mono(word: string): string {
  return `\`${word}\``
}

/** A list, an item a line. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** A link to a heading of the same page. */
export function toHeading(heading: string, words: string = heading): string {
  return `[${words}](#${anchorOf(heading)})`
}

/** A link from a page to a file of the repository. */
export function toFile(from: string, file: string): string {
  return `[${mono(file)}](${posix.relative(posix.dirname(from), file)})`
}

/** A piece of code in a language. */
export function fenced(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``
}
