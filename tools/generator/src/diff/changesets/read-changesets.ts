/** The changesets that wait for the next release. */
import type { Disk } from '../../disk/disk.js'
import { decode } from '../../load/decode.js'
import { load } from '../../load/load.js'
import { mergeFaults } from '../../load/merge-markers.js'
import type { Source } from '../../load/source.js'
import { type Fault, Faults, type Place } from '../../report/fault.js'
import { chooseFrom, nearest } from '../../report/nearest.js'
import { type Bump, bumps } from '../bump.js'
import { firstLine } from '../first-line.js'

/** What a changeset says. */
export interface Changeset {
  readonly file: string
  /** The packages that it releases, how big a release it gives each, and where it says so. */
  readonly releases: ReadonlyMap<string, { readonly bump: Bump; readonly place: Place }>
  readonly words: string
  /** Where the words begin. */
  readonly place: Place
}

/** The files of changesets in a folder. */
export async function changesetFiles(folder: string, disk: Disk): Promise<readonly string[]> {
  return (await disk.list(folder)).filter((file) => isChangeset(folder, file))
}

/**
 * Reads every changeset of a folder.
 *
 * @param packages - those that a changeset may name.
 * @throws Faults when files there can't be read as one.
 */
export async function readChangesets(
  folder: string,
  packages: readonly string[],
  disk: Disk,
): Promise<readonly Changeset[]> {
  const files = await changesetFiles(folder, disk)
  const read = await Promise.all(
    files.map(async (file) => readChangeset(file, await disk.read(file), packages)),
  )
  const faults = read.flatMap((changeset) => ('faults' in changeset ? changeset.faults : []))
  if (faults.length > 0) throw new Faults(faults)
  return read.flatMap((changeset) => ('faults' in changeset ? [] : [changeset]))
}

function isChangeset(folder: string, file: string): boolean {
  const name = file.slice(folder.length + 1)
  // As Changesets itself chooses: hidden files are not read.
  return /^[^./][^/]*\.md$/.test(name) && name.toLowerCase() !== 'readme.md'
}

interface Faulty {
  readonly faults: readonly Fault[]
}

function readChangeset(
  file: string,
  bytes: Uint8Array | undefined,
  packages: readonly string[],
): Changeset | Faulty {
  const text = decode(file, bytes ?? new Uint8Array())
  if (typeof text !== 'string') return { faults: [text] }
  const merged = mergeFaults(file, text)
  if (merged.length > 0) return { faults: merged }
  const [all, head, words] = /^(\s*---[\s\S]*?\n)[^\S\n]*---([^\S\n]*(?:\n[\s\S]*)?)$/.exec(text) ?? []
  if (all === undefined || head === undefined || words === undefined) {
    return { faults: [faulty(firstLine(file, text), 'this is no changeset')] }
  }
  const releases = readHead(file, head, packages)
  if ('faults' in releases) return releases
  const place = firstLine(file, words.trim() === '' ? text : `${head.replace(/[^\n]/g, '')}${words}`)
  return { file, releases, words, place }
}

/** The head is YAML, and stands at the beginning, so that the loader's places are the file's. */
function readHead(file: string, head: string, packages: readonly string[]): Changeset['releases'] | Faulty {
  if (/^\s*---\s*$/.test(head)) return new Map()
  const { source, faults } = load({ file, bytes: new TextEncoder().encode(head) })
  if (source === undefined || faults.length > 0) {
    return { faults: faults.map(({ place, wrong }) => faulty(place, wrong)) }
  }
  const { data } = source
  if (data === null) return new Map()
  if (typeof data !== 'object' || Array.isArray(data)) {
    return { faults: [faulty(source.place([], 'value'), 'this is no changeset')] }
  }
  return readReleases(source, Object.entries(data), packages)
}

function readReleases(
  { place }: Source,
  entries: readonly (readonly [name: string, said: unknown])[],
  packages: readonly string[],
): Changeset['releases'] | Faulty {
  const faults: Fault[] = []
  const releases = new Map<string, { readonly bump: Bump; readonly place: Place }>()
  for (const [name, said] of entries) {
    const at = place([name], 'value')
    const bump = bumps.find((known) => known === said)
    if (!packages.includes(name)) faults.push(unknownPackage(place([name], 'key'), name, packages))
    if (bump !== undefined) releases.set(name, { bump, place: at })
    else faults.push(faulty(at, `there is no bump ${JSON.stringify(said)}`, nearest(String(said), bumps)))
  }
  return faults.length > 0 ? { faults } : releases
}

function unknownPackage(place: Place, name: string, packages: readonly string[]): Fault {
  const wrong = `no package that is released is called ${JSON.stringify(name)}`
  return { rule: 'diff/changeset', place, wrong, ...chooseFrom(name, packages) }
}

function faulty(place: Place, wrong: string, meant?: string): Fault {
  return {
    rule: 'diff/changeset',
    place,
    wrong,
    expected: `packages between two lines of ---, each with ${bumps.join(', ')}, and words below`,
    suggestion: meant,
    fix: meant === undefined ? 'correct it, or delete it and write it anew' : `did you mean ${meant}?`,
  }
}
