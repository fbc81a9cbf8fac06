/**
 * The hash of all that the generated files were made from when they were last as they should be. While it is
 * the hash of today, a file that differs is not stale: somebody edited it.
 */

import type { Disk } from '../disk/disk.js'
import type { House } from '../house/house.js'
import { bundleOf } from '../inputs/bundle.js'
import { hashOf } from '../inputs/hash-of.js'
import type { Beginning } from './remember.js'

/** The hash of all that a run makes files from. */
export function keyOf({ engine, inputs }: Beginning): string {
  return hashOf([engine, bundleOf(inputs.parts)])
}

/** The hash; `undefined` where none is known. */
export async function lastCurrent(disk: Disk, house: House): Promise<string | undefined> {
  const bytes = await disk.read(fileOf(house)).catch(() => undefined)
  return bytes && new TextDecoder().decode(bytes)
}

/**
 * Keeps the hash, or, without one, forgets what was kept. Where nothing can be kept, edits
 * look stale, and that is all.
 */
export async function keepCurrent(disk: Disk, house: House, key: string | undefined): Promise<void> {
  const known = await lastCurrent(disk, house)
  if (known === key) return
  const kept = key === undefined ? disk.remove(fileOf(house)) : disk.write(fileOf(house), key)
  await kept.catch(() => undefined)
}

function fileOf({ memory }: House): string {
  return `${memory}.current`
}
