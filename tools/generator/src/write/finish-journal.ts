import { setTimeout as sleep } from 'node:timers/promises'
import { type Disk, isRunning } from '../disk/disk.js'
import { journalOf } from '../house/house.js'
import {
  type Entry,
  hashAt,
  hashOrNull,
  type Journal,
  type JournalHouse,
  journalIn,
  make,
  sealed,
  unfinished,
} from './journal.js'
import { Overtaken } from './overtaken.js'

const PATIENCE = 5000
const PAUSE = 20

/**
 * Finishes what a journal says and removes it. A journal whose files were changed by someone else since is of
 * no use and only removed, as is one that was never whole: the run that follows sees every file anew.
 *
 * @param patience - how long a process that lives may take to finish its own journal, in milliseconds.
 * @returns the files that were still to be made.
 */
export async function finishJournal(
  disk: Disk,
  house: JournalHouse,
  patience: number = PATIENCE,
): Promise<readonly string[]> {
  await removeTorn(disk, house)
  const bytes = await disk.read(journalOf(house))
  if (bytes === undefined) return []
  const found = journalIn(bytes)
  if (found !== undefined && (await othersFinish(found, disk, house, patience))) return []
  const open = found === undefined ? [] : await takeOver(found, disk, house)
  await disk.remove(journalOf(house))
  return open.map(({ path }) => path)
}

/** Makes a journal one's own, hinders those that had it, and makes what is still to be made. */
async function takeOver(
  { writers, entries }: Journal,
  disk: Disk,
  house: JournalHouse,
): Promise<readonly Entry[]> {
  const journal = sealed({ writers: [...writers, process.pid], entries })
  try {
    await disk.write(journalOf(house), journal)
    for (const writer of writers) for (const { path } of entries) await disk.unstage(path, writer)
    const open = await stillOpen(entries, disk)
    await make(open, journal, disk, house)
    return open
  } catch (error) {
    throw error instanceof Overtaken ? error : unfinished(error, house)
  }
}

/** Journals that a process was killed over before they stood in their place. */
async function removeTorn(disk: Disk, house: JournalHouse): Promise<void> {
  for (const file of await disk.list(house.client.folder)) {
    const writer = /\.(\d+)\.tmp$/.exec(file)?.[1]
    if (file.startsWith(journalOf(house)) && writer !== undefined && !isAlive(Number(writer)))
      await disk.remove(file)
  }
}

/** The entries that are not yet made; none at all if any file is neither what it was nor what it shall be. */
async function stillOpen(entries: readonly Entry[], disk: Disk): Promise<readonly Entry[]> {
  const found = await Promise.all(
    entries.map(async (entry) => ({ entry, now: await hashAt(entry.path, disk) })),
  )
  const open = found.filter(({ entry, now }) => now !== hashOrNull(entry.after ?? undefined))
  const untouched = open.every(({ entry, now }) => now === entry.before)
  return untouched ? open.map(({ entry }) => entry) : []
}

/** Whether the process that wrote the journal still lives and finishes it. */
async function othersFinish(
  { writers }: Journal,
  disk: Disk,
  house: JournalHouse,
  patience: number,
): Promise<boolean> {
  const writer = writers.at(-1) ?? 0
  for (let waited = 0; waited < patience && isAlive(writer); waited += PAUSE) {
    if ((await disk.read(journalOf(house))) === undefined) return true
    await sleep(PAUSE)
  }
  return false
}

function isAlive(other: number): boolean {
  return other !== process.pid && isRunning(other)
}
