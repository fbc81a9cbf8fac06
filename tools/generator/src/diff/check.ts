/**
 * What fails before a change of the spec is merged: too little of it is announced, or too much, or
 * a scope is gone too early.
 */
import type { Surroundings } from '../command/surroundings.js'
import { type Fault, Faults } from '../report/fault.js'
import { changesetText } from './changesets/changeset.js'
import { readOwnChangeset, staleChangeset } from './changesets/own-changeset.js'
import { readPackages } from './changesets/packages.js'
import { readChangesets } from './changesets/read-changesets.js'
import { unannounced } from './changesets/unannounced.js'
import type { Found } from './look.js'

/**
 * Gives the words that all is well.
 *
 * @throws Faults when it is not.
 */
export async function check(found: Found, surroundings: Surroundings): Promise<string> {
  const { released, changes, lost } = found
  if (released === undefined) return 'diff: nothing was released yet, so nothing must be announced\n'
  const faults = [...lost, ...(await misannounced(found, surroundings))]
  if (faults.length > 0) throw new Faults(faults)
  return changes.length === 0
    ? `diff: the spec says what version ${released.version} says\n`
    : `diff: what changed since version ${released.version} is announced\n`
}

/** What the changesets hold back, or say although it isn't so. */
async function misannounced(
  { changes, bump }: Found,
  { house, disk }: Surroundings,
): Promise<readonly Fault[]> {
  const own = await readOwnChangeset(house, disk)
  if (changes.length === 0) return staleChangeset(own, undefined, house)
  const { names } = await readPackages(house, disk)
  const changesets = await readChangesets(house.release.changesets, disk)
  const stale = staleChangeset(own, changesetText(changes, bump, names, house), house)
  // What a stale one holds back follows from its being stale.
  return stale.length > 0 ? stale : unannounced(changes, bump, names, changesets, house)
}
