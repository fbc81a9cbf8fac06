/** The packages that are released together, and their version. */

import type { Disk } from '../disk.js'
import type { House } from '../house.js'
import { Faults, wholeFile } from '../report/fault.js'

/** What a release is of. */
export interface Packages {
  /** The version that they all have. */
  readonly version: string
  /** The manifest's own package first. */
  readonly names: readonly string[]
}

/**
 * Reads the manifest, and the fixed group of the changesets' configuration that it belongs to.
 *
 * @throws Faults when one of the two files can't be read.
 */
export async function readPackages({ release }: House, disk: Disk): Promise<Packages> {
  const manifest = await readJson(release.manifest, disk)
  const { name, version } = manifest
  if (typeof name !== 'string' || typeof version !== 'string') {
    throw faulty(release.manifest, 'this manifest says no name or no version')
  }
  const { fixed } = await readJson(`${release.changesets}/config.json`, disk)
  const groups = Array.isArray(fixed) ? fixed.map(textsOf) : []
  const group = groups.find((names) => names.includes(name)) ?? []
  return { version, names: [name, ...group.filter((other) => other !== name)] }
}

function textsOf(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}

async function readJson(file: string, disk: Disk): Promise<Readonly<Record<string, unknown>>> {
  const read = parsed(await disk.read(file))
  if (read === undefined) throw faulty(file, 'this file is missing or is no JSON')
  return read
}

function parsed(bytes: Uint8Array | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function faulty(file: string, wrong: string): Faults {
  return new Faults([{ rule: 'diff/packages', place: wholeFile(file), wrong, fix: 'put it back' }])
}
