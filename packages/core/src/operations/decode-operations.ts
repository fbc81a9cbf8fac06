/**
 * Reads operations from lines of text, which weigh a third of the table that they become. The generator
 * writes Linode's from `spec/operations.yaml`, and says beside them how they are written.
 */
import type { OperationFacts, OperationNeeds, OperationTable } from './operation-table.js'

/** Operations as the generator writes them. */
export interface EncodedOperations {
  /** The methods by their letters. */
  readonly methods: Readonly<Record<string, string>>
  /** What operations need, by places. */
  readonly needs: readonly OperationNeeds[]
  /** A line for each path, such as `//instances G3-linode-instances P4-linode-instance`. */
  readonly lines: readonly string[]
}

/**
 * The table, in the order of the lines. It cuts at places found, since an app does this
 * once, when nothing is warm.
 */
export function decodeOperations({ methods, needs, lines }: EncodedOperations): OperationTable {
  const table = new Map<string, OperationFacts>()
  let path = ''
  for (const line of lines) {
    const end = ends(line, 0)
    path = pathAfter(path, line.slice(0, end))
    for (let from = end + 1; from <= line.length; from = ends(line, from) + 1) {
      const method = methods[line.charAt(from)] ?? ''
      const mark = from + line.slice(from).search(/[-:]/)
      const name = line.slice(mark + 1, ends(line, from))
      const id = line[mark] === '-' ? `${method.toLowerCase()}-${name}` : name
      table.set(`${method} ${path}`, { id, needs: needs[Number(line.slice(from + 1, mark))] ?? 'pat' })
    }
  }
  return table
}

function ends(line: string, from: number): number {
  const space = line.indexOf(' ', from)
  return space === -1 ? line.length : space
}

/**
 * As many segments of the path before as the text has slashes at its beginning but one, and the text's own.
 */
function pathAfter(before: string, text: string): string {
  const ended = `${before}/`
  let kept = 0
  let from = 0
  for (; text[from + 1] === '/'; from += 1) kept = ended.indexOf('/', kept + 1)
  return before.slice(0, kept) + text.slice(from)
}
