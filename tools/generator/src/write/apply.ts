import type { Disk } from '../disk.js'
import { Faults, wholeFile } from '../report/fault.js'
import type { Change } from './plan.js'

/**
 * Makes the changes, and no other.
 *
 * @throws Faults when a file would be overwritten that does not carry the mark; then nothing is written.
 */
export async function applyChanges(changes: readonly Change[], disk: Disk): Promise<void> {
  const refused = changes.filter((change) => change.foreign)
  if (refused.length > 0) throw new Faults(refused.map(faultOf))
  for (const { path, after } of changes) {
    if (after === undefined) await disk.remove(path)
    else await disk.write(path, after)
  }
}

function faultOf({ path }: Change): { place: ReturnType<typeof wholeFile>; wrong: string; fix: string } {
  return {
    place: wholeFile(path),
    wrong: 'a generated file belongs here, but this one does not carry the mark of generated files',
    fix: 'move it elsewhere if it was written by hand; delete it if it was generated and edited',
  }
}
