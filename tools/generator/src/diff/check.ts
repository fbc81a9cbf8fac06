/** What fails before a change of the spec is merged: too little of it is announced, or a scope is gone too early. */
import type { Surroundings } from '../command/surroundings.js'
import { Faults } from '../report/fault.js'
import { readPackages } from './changesets/packages.js'
import { readChangesets } from './changesets/read-changesets.js'
import { unannounced } from './changesets/unannounced.js'
import type { Found } from './look.js'

/**
 * Gives the words that all is well.
 *
 * @throws Faults when it is not.
 */
export async function check(found: Found, { house, disk }: Surroundings): Promise<string> {
  const { released, changes, bump, lost } = found
  if (released === undefined) return 'diff: nothing was released yet, so nothing must be announced\n'
  if (changes.length === 0) return `diff: the spec says what version ${released.version} says\n`
  const { names } = await readPackages(house, disk)
  const changesets = await readChangesets(house.release.changesets, disk)
  const faults = [...lost, ...unannounced(changes, bump, names, changesets, house)]
  if (faults.length > 0) throw new Faults(faults)
  return `diff: what changed since version ${released.version} is announced\n`
}
