import type { Disk } from '../disk/disk.js'
import { journalOf } from '../house/house.js'
import { type Entry, hashOrNull, type JournalHouse, make, sealed, stands, unfinished } from './journal.js'
import { Overtaken } from './overtaken.js'
import { type Change, textOf } from './plan.js'

/**
 * Makes the changes so that a run that is killed leaves all of them to the next one, or none. Where a file
 * can't be written, those that were are put back.
 *
 * @param isCurrent - whether what the changes were planned from is still so; asked once no other run can write.
 * @throws Overtaken when another run was faster. Faults when a file can't be written.
 */
export async function makeChanges(
  changes: readonly Change[],
  disk: Disk,
  house: JournalHouse,
  isCurrent: () => Promise<boolean> = async () => true,
): Promise<void> {
  const entries = changes.map(
    ({ path, before, after }): Entry => ({ path, before: hashOrNull(before), after: after ?? null }),
  )
  const journal = sealed({ writers: [process.pid], entries })
  if (!(await disk.create(journalOf(house), journal))) throw new Overtaken(journalOf(house))
  let untouched = false
  try {
    const found = await Promise.all(changes.map(async ({ path }) => textOf(await disk.read(path))))
    untouched = changes.every(({ before }, at) => before === found[at]) && (await isCurrent())
  } finally {
    if (!untouched) await disk.remove(journalOf(house))
  }
  if (!untouched) throw new Overtaken(journalOf(house))
  try {
    await make(entries, journal, disk, house)
  } catch (error) {
    if (await stands(journal, disk, house)) await putBack(changes, error, disk, house)
    throw error
  }
  await disk.remove(journalOf(house))
}

/** Undoes what was done of the changes; where that fails too, the journal stays for the next run. */
async function putBack(
  changes: readonly Change[],
  error: unknown,
  disk: Disk,
  house: JournalHouse,
): Promise<void> {
  try {
    for (const { path, before, after } of changes) {
      if (textOf(await disk.read(path)) !== after) continue
      if (before === undefined) await disk.remove(path)
      else await disk.write(path, before)
    }
    await disk.remove(journalOf(house))
  } catch {
    throw unfinished(error, house)
  }
}
