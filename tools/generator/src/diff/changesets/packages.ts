/** The packages that are released, which of them together, and the version of these. */

import { own } from '../../collections/own.js'
import { tableOf } from '../../collections/table.js'
import type { Disk } from '../../disk/disk.js'
import type { House } from '../../house/house.js'
import { load } from '../../load/load.js'
import type { Source } from '../../load/source.js'
import { Faults } from '../../report/fault.js'
import { UNRELEASED } from '../release/release.js'
import { toBeginAnew } from '../release/unfinished.js'

/** What a release is of. */
export interface Packages {
  /** The version that they all have. */
  readonly version: string
  readonly names: readonly string[]
  /** These and those of the changesets' configuration: whatever a changeset may name. */
  readonly all: readonly string[]
}

/**
 * Reads the manifests, and the groups of the changesets' configuration.
 *
 * @throws Faults when one of the files can't be read, or the manifests say several versions.
 */
export async function readPackages(house: House, disk: Disk): Promise<Packages> {
  const { manifests, changesets } = house.release
  const read = await Promise.all(manifests.map((file) => readJson(file, disk)))
  const names = read.map((manifest) => textAt(manifest, 'name'))
  const version = versionOf(read, house)
  const config = await readJson(`${changesets}/config.json`, disk)
  const { fixed } = tableOf(config.data)
  const groups = Array.isArray(fixed) ? fixed.map(textsOf) : []
  return { version, names, all: [...new Set([...names, ...groups.flat()])] }
}

/** As npm takes them (Semantic Versioning 2.0.0). */
const VERSION = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:[-+][\dA-Za-z.+-]+)?$/

/** Versions are written one manifest after the other. */
function versionOf(manifests: readonly Source[], house: House): string {
  const said = manifests.map((manifest) => {
    const version = textAt(manifest, 'version')
    const place = manifest.place(['version'], 'value')
    if (VERSION.test(version)) return { version, place }
    const [wrong, fix] = [`"${version}" is no version`, 'write three numbers, such as 1.0.0']
    const expected = 'a version of three numbers'
    throw new Faults([{ rule: 'diff/packages', place, wrong, expected, fix }])
  })
  const [first, ...others] = said
  const other = others.find(({ version }) => version !== first?.version)
  if (first === undefined || other === undefined) return first?.version ?? UNRELEASED
  throw new Faults([
    {
      rule: 'diff/several-versions',
      place: other.place,
      wrong: 'the packages that are released together have several versions',
      expected: 'one version in all of their manifests',
      fix: toBeginAnew(house),
      also: [{ place: first.place, says: `another is version ${first.version}` }],
    },
  ])
}

function textsOf(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}

function textAt(source: Source, key: string): string {
  const value = own(tableOf(source.data), key)
  if (typeof value === 'string') return value
  const wrong = value === undefined ? `this manifest says no ${key}` : `this ${key} is no text`
  const place = source.place([key], 'value')
  const expected = `a ${key}, which is a text`
  throw new Faults([{ rule: 'diff/packages', place, wrong, expected, fix: `write its ${key}` }])
}

async function readJson(file: string, disk: Disk): Promise<Source> {
  const { source, faults } = load({ file, bytes: await disk.read(file) })
  if (source === undefined || faults.length > 0) throw new Faults(faults)
  return source
}
