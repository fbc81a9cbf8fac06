/** The line that a fault is about, with a mark under the place. */
import type { Place } from './fault.js'
import { type Cell, cellsOf } from './visible.js'

/** How many columns of a line are shown; longer ones are cut to what stands round the place. */
const WINDOW = 100

/** How many characters of a long line are looked at on either side of the place. */
const REACH = 300

/** A line in the parts that are coloured apart. */
export interface Excerpt {
  /** The line's number, and as much space. */
  readonly margins: readonly [string, string]
  readonly text: string
  /** What stands before the mark. */
  readonly indent: string
  readonly mark: string
}

/** A place's line and the marks under it; nothing where a place has no line. */
export function excerptOf(place: Place, mark: '^' | '-'): Excerpt | undefined {
  if (place.text === '') return undefined
  const skipped = Math.max(0, place.column - 1 - REACH)
  const text = place.text.slice(skipped, place.column - 1 + REACH)
  const cells = cellsOf(text)
  const [start, end] = marked(cells, place.column - 1 - skipped, place.width)
  const [first, last] = windowRound(cells, start, skipped > 0)
  const head = first > 0 || skipped > 0 ? '…' : ''
  const tail = last < cells.length || skipped + text.length < place.text.length ? '…' : ''
  const shown = cells.slice(first, last).map((cell) => cell.shown)
  const number = String(place.line)
  return {
    margins: [`${number} |`, `${' '.repeat(number.length)} |`],
    text: `${head}${shown.join('')}${tail}`.trimEnd(),
    indent: ' '.repeat(head.length + widthOf(cells.slice(first, start))),
    mark: mark.repeat(Math.max(1, widthOf(cells.slice(start, Math.min(end, last))))),
  }
}

/** The characters from one offset on, so many units of text long: the first, and the one after the last. */
function marked(cells: readonly Cell[], offset: number, width: number): readonly [number, number] {
  const after = cells.findIndex(({ at }) => at > offset)
  const start = (after < 0 ? cells.length : after) - 1
  const lastCell = cells.at(-1)
  const beyond = lastCell === undefined || offset >= lastCell.at + lastCell.length
  if (beyond) return [cells.length, cells.length]
  const end = cells.findIndex(({ at }) => at >= offset + width)
  return [start, end < 0 ? cells.length : end]
}

/** The first character that is shown, and the one after the last. */
function windowRound(cells: readonly Cell[], start: number, cut: boolean): readonly [number, number] {
  let first = 0
  if (cut || widthOf(cells.slice(0, start)) > WINDOW * 0.8) {
    first = start
    for (let width = 0; first > 0 && width < WINDOW / 2; first -= 1) width += cells[first - 1]?.width ?? 0
  }
  let last = first
  for (let width = 0; last < cells.length && width < WINDOW; last += 1) width += cells[last]?.width ?? 0
  return [first, last]
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}
