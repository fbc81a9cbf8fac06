/** The changeset for what changed, written or removed. */
import type { Surroundings } from '../../command/surroundings.js'
import { Faults } from '../../report/fault.js'
import { counted } from '../change.js'
import type { Found } from '../look.js'
import { changesetText } from './changeset.js'
import { notOurs, readOwnChangeset } from './own-changeset.js'

/**
 * Writes the changeset, and gives the words for it.
 *
 * @throws Faults when a release was not finished, a scope is gone too early, or a changeset would be written
 * over that somebody wrote.
 */
export async function announce(found: Found, { house, disk }: Surroundings): Promise<string> {
  const { packages, released, unfinished, notes, bump, lost } = found
  if (unfinished !== undefined) throw new Faults([unfinished.fault])
  if (lost.length > 0) throw new Faults(lost)
  if (released === undefined) {
    return 'Nothing was released yet: announce the first release in a changeset of your own.\n'
  }
  const own = await readOwnChangeset(house, disk)
  const faults = notOurs(own, house)
  if (faults.length > 0) throw new Faults(faults)
  const { file, text, owner } = own
  if (notes.length > 0) {
    const wanted = changesetText(notes, bump, packages.names, house)
    const sum = `${bump}, ${counted(notes)}`
    if (text === wanted) return `${file} says so already: ${sum}\n`
    await disk.write(file, wanted)
    return `wrote ${file}: ${sum}\n`
  }
  if (owner === 'none') return 'Nothing changed that apps could notice.\n'
  await disk.remove(file)
  return `removed ${file}: nothing changed that apps could notice\n`
}
