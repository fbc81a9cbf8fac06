import type { Disk } from '../disk/disk.js'
import type { House } from '../house/house.js'
import { Faults } from '../report/fault.js'
import { editedByHand } from './edited-by-hand.js'
import { makeChanges } from './make-changes.js'
import type { Plan } from './plan.js'
import { unmarked } from './unmarked.js'

/**
 * Makes the changes of a run, all or none, and no other.
 *
 * @throws Overtaken when another run was faster. Faults when a file would be overwritten that was edited or
 * does not carry the mark; then nothing is written.
 */
export async function applyChanges(
  { changes, edited, isCurrent }: Omit<Plan, 'strangers'> & { isCurrent(): Promise<boolean> },
  disk: Disk,
  house: House,
): Promise<void> {
  const foreign = changes.filter((change) => change.foreign).map(({ path }) => unmarked(path))
  const refused = [...foreign, ...edited.map(editedByHand)]
  if (refused.length > 0) throw new Faults(refused)
  await makeChanges(changes, disk, house, isCurrent)
}
