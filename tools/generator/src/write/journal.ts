/**
 * All files or none. What is about to be written stands first, whole and sealed, in one file, the journal:
 * from then on the change has happened, and whoever finds the journal finishes it. It is also a lock. Where
 * one stands no other run begins to write, and who takes it over first makes it his own, then takes away what
 * its writers laid beside their places: so one that was only paused has nothing left to put there.
 */

import type { Disk, Staged } from '../disk/disk.js'
import { type House, journalOf } from '../house/house.js'
import { Faults, wholeFile } from '../report/fault.js'
import { hashOf } from '../signature/hash-of.js'
import { Overtaken } from './overtaken.js'
import { textOf } from './plan.js'

/** One file that is to change. */
export interface Entry {
  readonly path: string
  /** The hash of what stood there; `null` where nothing did. */
  readonly before: string | null
  /** `null`: the file is removed. */
  readonly after: string | null
}

/** What is about to be written, and who writes it. */
export interface Journal {
  /** The process that wrote it, and those that took it over; the last is the one that finishes it. */
  readonly writers: readonly number[]
  readonly entries: readonly Entry[]
}

/** A house, as far as a journal needs it: it stands in the folder of the client's outputs. */
export type JournalHouse = Pick<House, 'client'>

/**
 * Lays all files beside their places, looks once more whether the journal is one's own, and puts
 * them there. Who took it over before the look is seen; who does after it takes the files away that
 * are not in their places yet.
 */
export async function make(
  entries: readonly Entry[],
  journal: string,
  disk: Disk,
  house: JournalHouse,
): Promise<void> {
  const staged: Staged[] = []
  const requireOwn = async () => {
    if (!(await stands(journal, disk, house))) throw new Overtaken(journalOf(house))
  }
  try {
    for (const { path, after } of entries) if (after !== null) staged.push(await disk.stage(path, after))
    await requireOwn()
    for (const file of staged) if (!(await file.place())) throw new Overtaken(journalOf(house))
    const left = entries.filter(({ after }) => after === null)
    if (left.length > 0) await requireOwn()
    for (const { path } of left) await disk.remove(path)
  } catch (error) {
    for (const file of staged) await file.drop()
    throw error
  }
}

/** Whether the journal is still as it was written. */
export async function stands(journal: string, disk: Disk, house: JournalHouse): Promise<boolean> {
  return textOf(await disk.read(journalOf(house))) === journal
}

/** The rule that is broken where some files are new already and can't be put back. */
export const UNFINISHED = 'write/unfinished'

/** A fault, and that it left the change half done. */
export function unfinished(error: unknown, house: JournalHouse): unknown {
  if (!(error instanceof Faults)) return error
  const place = wholeFile(journalOf(house))
  const wrong = 'some files may be new and some old'
  const fix = 'mend the other fault: the next run finishes what this one began'
  const expected = 'all of them new, or all old'
  return new Faults([...error.faults, { rule: UNFINISHED, place, wrong, expected, fix }])
}

/** A journal as a text that a torn one is told from. */
export function sealed(journal: Journal): string {
  const body = JSON.stringify(journal)
  return `${hashOf([body])}\n${body}`
}

/** The journal that a file holds; `undefined` where it is torn. */
export function journalIn(bytes: Uint8Array): Journal | undefined {
  const text = new TextDecoder().decode(bytes)
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (end < 0 || text.slice(0, end) !== hashOf([body])) return undefined
  // The seal says that it was written here: its shape is known.
  const journal: Journal = JSON.parse(body)
  return journal
}

/** The hash of what stands at a path; `null` where nothing does. */
export async function hashAt(path: string, disk: Disk): Promise<string | null> {
  return hashOrNull(textOf(await disk.read(path)))
}

/** The hash of a text; `null` where there is none. */
export function hashOrNull(text: string | undefined): string | null {
  return text === undefined ? null : hashOf([text])
}
