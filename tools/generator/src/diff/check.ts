/**
 * What fails before a change of the spec is merged: too little of it is announced, or too much, a
 * changeset that stops a release, a release that was not finished, or a scope is gone too early.
 */
import type { Surroundings } from '../command/surroundings.js'
import type { House } from '../house/house.js'
import { type Aside, type Fault, Faults } from '../report/fault.js'
import { changesetText } from './changesets/changeset.js'
import { type OwnChangeset, readOwnChangeset, staleChangeset, unmerged } from './changesets/own-changeset.js'
import { type Changeset, readChangesets } from './changesets/read-changesets.js'
import { unannounced } from './changesets/unannounced.js'
import type { Found } from './look.js'

/**
 * Gives the words that all is well.
 *
 * @param releasing - whether a release is about to be made, which no guess of an import may go into, and which
 * finishes one that was begun.
 * @throws Faults when it is not.
 */
export async function check(found: Found, { house, disk }: Surroundings, releasing = false): Promise<string> {
  const { packages, released, changes, notes, lost } = found
  const begun = found.unfinished
  if (begun !== undefined && !(releasing && begun.canBeFinished)) throw new Faults([begun.fault])
  const own = await readOwnChangeset(house, disk)
  const torn = unmerged(own, house)
  if (torn.length > 0) throw new Faults(torn)
  // Wrong ones are told whatever changed, since they stop the release.
  const changesets = await readChangesets(house.release.changesets, packages.all, disk)
  const faults = [...(releasing ? found.guesses.map(undecided) : []), ...lost]
  if (released !== undefined && begun === undefined)
    faults.push(...misannounced(found, own, changesets, house))
  if (faults.length > 0) throw new Faults(faults)
  if (begun !== undefined) return `diff: version ${packages.version} was begun, and is to be finished\n`
  if (released === undefined) return 'diff: nothing was released yet, so nothing must be announced\n'
  if (changes.length === 0) return `diff: the spec says what version ${released.version} says\n`
  return notes.length === 0
    ? `diff: nothing changed since version ${released.version} that apps could notice\n`
    : `diff: what changed since version ${released.version} is announced\n`
}

function undecided({ place, says }: Aside): Fault {
  const fix = 'put right what is marked, or leave it if it is right; then take the mark "guessed" out'
  const wrong = `a release may hold no guess: ${says}`
  return { rule: 'diff/guessed', place, wrong, expected: 'what a person has looked at', fix }
}

/** What the changesets hold back, or say although it isn't so. */
function misannounced(
  { notes, bump, packages: { names } }: Found,
  own: OwnChangeset,
  changesets: readonly Changeset[],
  house: House,
): readonly Fault[] {
  if (notes.length === 0) return staleChangeset(own, undefined, house)
  const stale = staleChangeset(own, changesetText(notes, bump, names, house), house)
  // What a stale one holds back follows from its being stale.
  return stale.length > 0 ? stale : unannounced(notes, bump, names, changesets, house)
}
