/** The last release beside the spec as it stands. */
import type { Surroundings } from '../command/surroundings.js'
import type { Aside, Fault } from '../report/fault.js'
import { type Bump, bumpFor } from './bump.js'
import type { Change } from './change.js'
import { type Packages, readPackages } from './changesets/packages.js'
import { changesetFiles } from './changesets/read-changesets.js'
import { compare } from './compare/compare.js'
import { lostScopes } from './lost/lost-scopes.js'
import type { Picture } from './picture/picture.js'
import { readSpecNow } from './picture/spec-now.js'
import { isOfOtherForm, type Release, readRelease } from './release/release.js'
import { tooSmall } from './release/too-small.js'
import { type Unfinished, unfinished } from './release/unfinished.js'

/** What was found. */
export interface Found {
  readonly packages: Packages
  /** `undefined`: nothing was released yet. */
  readonly released: Release | undefined
  /** What a release left that was stopped. */
  readonly unfinished: Unfinished | undefined
  readonly now: Picture
  readonly changes: readonly Change[]
  /** Those that release notes tell. */
  readonly notes: readonly Change[]
  /** The smallest bump that says enough of these. */
  readonly bump: Bump
  /** Released scopes that are gone and should not be. */
  readonly lost: readonly Fault[]
  /** What imports guessed, and nobody has looked at yet. */
  readonly guesses: readonly Aside[]
}

/**
 * Compares the two. Before the first release there is nothing to compare with, and so nothing changed.
 *
 * @param recording - whether the model is about to be written anew, so that one in another form asks nothing.
 * @throws Faults when something is wrong with the spec or with what was released, or it is missing.
 */
export async function look(surroundings: Surroundings, recording = false): Promise<Found> {
  const { house, disk } = surroundings
  const { model, changesets, scopes: scopesObject } = house.release
  const { picture: now, source, scopes, guesses } = await readSpecNow(surroundings)
  const packages = await readPackages(house, disk)
  const found = { packages, now, guesses, changes: [], notes: [], bump: 'none', lost: [] } as const
  const bytes = await disk.read(model)
  if (recording && bytes && isOfOtherForm(bytes, house))
    return { ...found, released: undefined, unfinished: undefined }
  const released = bytes && readRelease(bytes, house)
  const waiting = await changesetFiles(changesets, disk)
  const left = unfinished(packages.version, released?.version, waiting, house)
  if (released === undefined) return { ...found, released, unfinished: left }
  const changes = compare(released.picture, now, scopesObject)
  const lost = lostScopes(released.picture, now, source, scopes)
  const notes = changes.filter(({ isAside }) => !isAside)
  const bump = bumpFor(notes, released.version)
  const small = tooSmall(packages.version, released, bump, house)
  const begun = small === undefined ? left : { fault: small, canBeFinished: false }
  return { ...found, released, unfinished: begun, changes, notes, bump, lost }
}
