import type { Disk } from '../disk/disk.js'
import type { House } from '../house/house.js'
import { Faults } from '../report/fault.js'
import { refusal } from './by-hand.js'
import { makeChanges } from './make-changes.js'
import type { Change } from './plan.js'

/**
 * Makes the changes of a run, all or none, and no other.
 *
 * @param isCurrent - whether what the changes were planned from is still so.
 * @throws Overtaken when another run was faster. Faults when a file would be overwritten that was edited or
 * does not carry the mark; then nothing is written.
 */
export async function applyChanges(
  changes: readonly Change[],
  disk: Disk,
  house: House,
  isCurrent: () => Promise<boolean>,
): Promise<void> {
  const refused = changes.flatMap((change) => refusal(change) ?? [])
  if (refused.length > 0) throw new Faults(refused)
  await makeChanges(changes, disk, house, isCurrent)
}
