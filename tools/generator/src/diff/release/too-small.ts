/**
 * A version that says less than what changed. Those that changesets make are big enough, since the check before saw
 * to it; one that was written by hand need not be, and neither is one that was begun before the spec changed again.
 */
import type { House } from '../../house/house.js'
import { type Fault, wholeFile } from '../../report/fault.js'
import { type Bump, bumpBetween, isEnough } from '../bump.js'
import type { Release } from './release.js'
import { toBeginAnew } from './unfinished.js'

/**
 * What is wrong with the packages' version, where it is another than the one whose model is kept.
 *
 * @param bump - the smallest that says enough of what changed.
 */
export function tooSmall(
  version: string,
  released: Release | undefined,
  bump: Bump,
  house: House,
): Fault | undefined {
  if (released === undefined || released.version === version) return undefined
  if (isEnough(bumpBetween(released.version, version), bump)) return undefined
  const { model, diff } = house.release
  return {
    rule: 'diff/release-too-small',
    place: wholeFile(model),
    wrong: `version ${version} is too small a step from ${released.version}: what changed in the spec needs a ${bump} release`,
    expected: `a ${bump} release`,
    fix: `${toBeginAnew(house)}; a version that was written by hand becomes ${released.version} again, and "${diff} --changeset" announces what changed`,
  }
}
