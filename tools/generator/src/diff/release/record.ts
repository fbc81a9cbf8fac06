/** The record of a release: what the next one is compared with. */
import type { Surroundings } from '../../command/surroundings.js'
import { Faults } from '../../report/fault.js'
import type { Found } from '../look.js'
import { UNRELEASED, writeRelease } from './release.js'
import { tooSmall } from './too-small.js'

/**
 * Writes the model of a new version, and gives the words for it. A version that was recorded already stays as
 * it was, so that what changed since is not forgotten.
 *
 * @throws Faults when a scope is gone too early, or the version is a smaller one than what changed needs.
 */
export async function record(found: Found, { house, disk }: Surroundings): Promise<string> {
  const { released, now, lost, bump, packages } = found
  if (lost.length > 0) throw new Faults(lost)
  const { version } = packages
  const { model } = house.release
  if (version === UNRELEASED || version === released?.version) {
    return `${version} is no new version: ${model} stays as it is\n`
  }
  const small = tooSmall(version, released, bump, house)
  if (small !== undefined) throw new Faults([small])
  await disk.write(model, writeRelease({ version, picture: now }, house))
  return `wrote ${model} for version ${version}\n`
}
