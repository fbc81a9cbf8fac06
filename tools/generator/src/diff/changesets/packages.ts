/** The packages that are released, which of them together, and the version of these. */

import { own } from '../../collections/own.js'
import { tableOf } from '../../collections/table.js'
import type { Disk } from '../../disk/disk.js'
import type { House } from '../../house/house.js'
import { load } from '../../load/load.js'
import type { Source } from '../../load/source.js'
import { Faults } from '../../report/fault.js'

/** The version that a manifest says before anything was released. */
export const UNRELEASED = '0.0.0'

/** What a release is of. */
export interface Packages {
  /** The version that they all have. */
  readonly version: string
  /** The manifest's own package first. */
  readonly names: readonly string[]
  /** These and those of the other groups: whatever a changeset may name. */
  readonly all: readonly string[]
}

/**
 * Reads the manifest, and the fixed group of the changesets' configuration that it belongs to.
 *
 * @throws Faults when one of the two files can't be read.
 */
export async function readPackages({ release }: House, disk: Disk): Promise<Packages> {
  const manifest = await readJson(release.manifest, disk)
  const [name, version] = [textAt(manifest, 'name'), textAt(manifest, 'version')]
  const config = await readJson(`${release.changesets}/config.json`, disk)
  const { fixed } = tableOf(config.data)
  const groups = Array.isArray(fixed) ? fixed.map(textsOf) : []
  const group = groups.find((names) => names.includes(name)) ?? []
  return { version, names: uniqueOf([name, ...group]), all: uniqueOf([name, ...groups.flat()]) }
}

function uniqueOf(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}

function textsOf(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}

function textAt(source: Source, key: string): string {
  const value = own(tableOf(source.data), key)
  if (typeof value === 'string') return value
  const wrong = value === undefined ? `this manifest says no ${key}` : `this ${key} is no text`
  throw new Faults([
    { rule: 'diff/packages', place: source.place([key], 'value'), wrong, fix: `write its ${key}` },
  ])
}

async function readJson(file: string, disk: Disk): Promise<Source> {
  const { source, faults } = load({ file, bytes: await disk.read(file) })
  if (source === undefined || faults.length > 0) throw new Faults(faults)
  return source
}
