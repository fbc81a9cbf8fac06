/**
 * What the generator complains of: a place, what is wrong there and what to do. Steps of the generator return or
 * throw faults; only `render.ts` turns them into text.
 */

/** A stretch of one line of a file. Lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** How many characters the complaint is about; at least 1. */
  readonly width: number
  /** The whole line, without its end; empty where there is no such line. */
  readonly text: string
}

/** One complaint. */
export interface Fault {
  readonly place: Place
  /** What is wrong, as a sentence without its full stop. */
  readonly wrong: string
  /** What to do about it, as an order. */
  readonly fix: string
}

/** The place of a file as a whole: a missing file, or one that must not be written. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, width: 1, text: '' }
}

/** The faults that stop a run, in the order of the files' names, lines and columns. */
export class Faults extends Error {
  override readonly name = 'Faults'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
    this.faults = faults.toSorted(byPlace)
  }
}

function byPlace({ place: one }: Fault, { place: other }: Fault): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.line - other.line || one.column - other.column
}
