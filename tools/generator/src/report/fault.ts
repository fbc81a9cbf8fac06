/**
 * What the generator complains of: a place, what is wrong there and what to do. Steps of the generator return
 * or throw faults; only `render.ts` turns them into text.
 */

/**
 * A stretch of one line of a file. Lines and columns count from 1, columns in UTF-16
 * units, as editors count them.
 */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** How many characters the complaint is about; at least 1. */
  readonly width: number
  /** The whole line, without its end; empty where there is no such line. */
  readonly text: string
}

/** Another place that a fault speaks of: where the first of two stands, or the next step of a circle. */
export interface Aside {
  readonly place: Place
  /** What stands there, as a sentence without its full stop. */
  readonly says: string
}

/** One complaint. */
export interface Fault {
  /** What was broken, in a word for programs: the name of a rule's file, or of a step and what it found. */
  readonly rule: string
  readonly place: Place
  /** What is wrong, as a sentence without its full stop. */
  readonly wrong: string
  /** What would be right there. */
  readonly expected: string
  /** The nearest right text: what to write in place of what the place marks. */
  readonly suggestion?: string | undefined
  /** What to do about it, as an order or a question. */
  readonly fix: string
  /** Other places that matter, in the order of reading. */
  readonly also?: readonly Aside[] | undefined
}

/** The place of a file as a whole: a missing file, or one that must not be written. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, width: 1, text: '' }
}

/** The faults that stop a run, in the order of the files' names, lines and columns, each once. */
export class Faults extends Error {
  override readonly name = 'Faults'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    const once = new Map(faults.map((fault) => [nameOf(fault), fault]))
    super(`${once.size} ${once.size === 1 ? 'fault' : 'faults'}`)
    this.faults = [...once.values()].sort(byPlace)
  }
}

/** What is said twice of one place, as of a value with two aliases, is one fault. */
function nameOf({ place: { file, line, column }, wrong }: Fault): string {
  return JSON.stringify([file, line, column, wrong])
}

function byPlace({ place: one }: Fault, { place: other }: Fault): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.line - other.line || one.column - other.column
}
