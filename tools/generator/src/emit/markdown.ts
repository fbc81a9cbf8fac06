/** A page of Markdown from its parts, with an empty line between two of them. */
export function page(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

/** A table, its columns aligned so that it reads well as text too. A column with nothing in it is left out. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = header
    .map((title, index) => [title, ...rows.map((row) => escaped(row[index] ?? ''))])
    .filter(([, ...cells]) => cells.some((cell) => cell !== ''))
    .map(([title = '', ...cells]) => {
      const width = Math.max(3, title.length, ...cells.map((cell) => cell.length))
      return [title.padEnd(width), '-'.repeat(width), ...cells.map((cell) => cell.padEnd(width))]
    })
  const lines = ['', '', ...rows].map((_, index) => `| ${columns.map((cells) => cells[index]).join(' | ')} |`)
  return lines.join('\n')
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** A word as it stands in code. */
export function mono(word: string): string {
  return `\`${word}\``
}
