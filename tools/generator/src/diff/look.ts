/** The last release beside the spec as it stands. */
import type { Surroundings } from '../command/surroundings.js'
import { type Aside, type Fault, Faults, wholeFile } from '../report/fault.js'
import { type Bump, bumpFor } from './bump.js'
import type { Change } from './change.js'
import { readPackages, UNRELEASED } from './changesets/packages.js'
import { compare } from './compare/compare.js'
import { lostScopes } from './lost/lost-scopes.js'
import type { Picture } from './picture/picture.js'
import { readSpecNow } from './picture/spec-now.js'
import { type Release, readRelease } from './release/release.js'

/** What was found. */
export interface Found {
  /** `undefined`: nothing was released yet. */
  readonly released: Release | undefined
  readonly now: Picture
  readonly changes: readonly Change[]
  /** The smallest bump that says enough. */
  readonly bump: Bump
  /** Released scopes that are gone and should not be. */
  readonly lost: readonly Fault[]
  /** What imports guessed, and nobody has looked at yet. */
  readonly guesses: readonly Aside[]
}

/**
 * Compares the two. Before the first release there is nothing to compare with, and so nothing changed.
 *
 * @param recording whether a release is about to be recorded, so that the packages have its version already.
 * @throws Faults when something is wrong with the spec or with what was released, or it is missing.
 */
export async function look(surroundings: Surroundings, recording = false): Promise<Found> {
  const { house, disk } = surroundings
  const { picture: now, source, scopes, guesses } = await readSpecNow(surroundings)
  const bytes = await disk.read(house.release.model)
  if (bytes === undefined) {
    if (!recording) await assertNoRelease(surroundings)
    return { released: undefined, now, changes: [], bump: 'none', lost: [], guesses }
  }
  const released = readRelease(bytes, house)
  const changes = compare(released.picture, now, house.release.scopes)
  const lost = lostScopes(released.picture, now, source, scopes)
  return { released, now, changes, bump: bumpFor(changes, released.version), lost, guesses }
}

/** A model that was lost would let every change pass. */
async function assertNoRelease({ house, disk }: Surroundings): Promise<void> {
  const { version } = await readPackages(house, disk)
  if (version === UNRELEASED) return
  const { model, manifest, diff } = house.release
  throw new Faults([
    {
      rule: 'diff/release-missing',
      place: wholeFile(model),
      wrong: `the model of the last release is missing, and ${manifest} says that version ${version} was released`,
      fix: `take the file back from git: "git log -- ${model}" shows the commits; or, if there never was one, check out the spec of version ${version}, run "${diff} --release", and check out the spec of today again`,
    },
  ])
}
