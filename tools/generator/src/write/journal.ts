/**
 * All files or none. What is about to be written stands first, whole and sealed, in one file, the journal, which is
 * put in place by a single renaming: from then on the change has happened, and whoever finds the journal finishes it.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Disk, temporaryName } from '../disk.js'
import { type House, journalOf } from '../house.js'
import { hashOf } from '../remember.js'
import { type Change, textOf } from './plan.js'

interface Entry {
  readonly path: string
  /** The hash of what stood there; `null` where nothing did. */
  readonly before: string | null
  /** `null`: the file is removed. */
  readonly after: string | null
}

interface Journal {
  /** The process that wrote it. */
  readonly process: number
  readonly entries: readonly Entry[]
}

/** Makes the changes so that a run that is killed leaves all of them to the next one, or none. */
export async function makeChanges(
  changes: readonly Change[],
  disk: Disk,
  house: Pick<House, 'client'>,
): Promise<void> {
  const entries = changes.map(
    ({ path, before, after }): Entry => ({ path, before: hashOrNull(before), after: after ?? null }),
  )
  const body = JSON.stringify({ process: process.pid, entries } satisfies Journal)
  await disk.write(journalOf(house), `${hashOf([body])}\n${body}`)
  await make(entries, disk)
  await disk.remove(journalOf(house))
}

/**
 * Finishes what a journal says and removes it. A journal whose files were changed by someone else since is of no use
 * and only removed, as is one that was never whole: the run that follows sees every file anew.
 *
 * @returns the files that were still to be made.
 */
export async function finishJournal(disk: Disk, house: Pick<House, 'client'>): Promise<readonly string[]> {
  await removeTorn(disk, house)
  const bytes = await disk.read(journalOf(house))
  if (bytes === undefined) return []
  const journal = journalIn(bytes)
  if (journal !== undefined && (await othersFinish(journal, disk, house))) return []
  const open = journal === undefined ? [] : await stillOpen(journal, disk)
  await make(open, disk)
  for (const { path } of journal?.entries ?? []) await disk.remove(temporaryName(path, journal?.process ?? 0))
  await disk.remove(journalOf(house))
  return open.map(({ path }) => path)
}

/** Journals that a process was killed over before they stood in their place. */
async function removeTorn(disk: Disk, house: Pick<House, 'client'>): Promise<void> {
  for (const file of await disk.list(house.client.folder)) {
    const writer = /\.(\d+)\.tmp$/.exec(file)?.[1]
    if (file.startsWith(journalOf(house)) && writer !== undefined && !isAlive(Number(writer)))
      await disk.remove(file)
  }
}

async function make(entries: readonly Entry[], disk: Disk): Promise<void> {
  for (const { path, after } of entries) {
    if (after === null) await disk.remove(path)
    else await disk.write(path, after)
  }
}

/** The entries that are not yet made; none at all if any file is neither what it was nor what it shall be. */
async function stillOpen({ entries }: Journal, disk: Disk): Promise<readonly Entry[]> {
  const found = await Promise.all(
    entries.map(async (entry) => ({ entry, now: hashOrNull(textOf(await disk.read(entry.path))) })),
  )
  const open = found.filter(({ entry, now }) => now !== hashOrNull(entry.after ?? undefined))
  const untouched = open.every(({ entry, now }) => now === entry.before)
  return untouched ? open.map(({ entry }) => entry) : []
}

/** How long a process that lives may take to finish its own journal, in milliseconds. */
const PATIENCE = 5000
const PAUSE = 20

/** Whether the process that wrote the journal still lives and finishes it. */
async function othersFinish(
  { process: writer }: Journal,
  disk: Disk,
  house: Pick<House, 'client'>,
): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE && isAlive(writer); waited += PAUSE) {
    if ((await disk.read(journalOf(house))) === undefined) return true
    await sleep(PAUSE)
  }
  return false
}

function isAlive(other: number): boolean {
  if (other === process.pid) return false
  try {
    return process.kill(other, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function journalIn(bytes: Uint8Array): Journal | undefined {
  const text = new TextDecoder().decode(bytes)
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (end < 0 || text.slice(0, end) !== hashOf([body])) return undefined
  // The seal says that it was written here: its shape is known.
  const journal: Journal = JSON.parse(body)
  return journal
}

function hashOrNull(text: string | undefined): string | null {
  return text === undefined ? null : hashOf([text])
}
