import type { Disk } from '../disk/disk.js'
import type { House } from '../house/house.js'
import { Faults } from '../report/fault.js'
import { makeChanges } from './make-changes.js'
import type { Change } from './plan.js'
import { unmarked } from './unmarked.js'

/**
 * Makes the changes, all or none, and no other.
 *
 * @param isCurrent whether what they were planned from is still so.
 * @throws Overtaken when another run was faster. Faults when a file would be overwritten that does not carry the mark; then nothing is written.
 */
export async function applyChanges(
  changes: readonly Change[],
  disk: Disk,
  house: House,
  isCurrent?: () => Promise<boolean>,
): Promise<void> {
  const refused = changes.filter((change) => change.foreign)
  if (refused.length > 0) throw new Faults(refused.map(({ path }) => unmarked(path)))
  await makeChanges(changes, disk, house, isCurrent)
}
