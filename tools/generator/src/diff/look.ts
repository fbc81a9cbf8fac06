/** The last release beside the spec as it stands. */
import type { Surroundings } from '../command/surroundings.js'
import type { Fault } from '../report/fault.js'
import { type Bump, bumpFor } from './bump.js'
import type { Change } from './change.js'
import { compare } from './compare/compare.js'
import { lostScopes } from './lost-scopes.js'
import type { Picture } from './picture/picture.js'
import { readSpecNow } from './picture/spec-now.js'
import { type Release, readRelease } from './release.js'

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
}

/**
 * Compares the two. Before the first release there is nothing to compare with, and so nothing changed.
 *
 * @throws Faults when something is wrong with the spec or with what was released.
 */
export async function look(surroundings: Surroundings): Promise<Found> {
  const { house, disk } = surroundings
  const { picture: now, source, scopes } = await readSpecNow(surroundings)
  const bytes = await disk.read(house.release.model)
  if (bytes === undefined) return { released: undefined, now, changes: [], bump: 'none', lost: [] }
  const released = readRelease(bytes, house)
  const changes = compare(released.picture, now, house.release.scopes)
  const lost = lostScopes(released.picture, now, source, scopes)
  return { released, now, changes, bump: bumpFor(changes, released.version), lost }
}
