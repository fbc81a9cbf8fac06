/** The changesets that wait for the next release. */
import { parse } from 'yaml'
import type { Disk } from '../disk.js'
import { Faults, wholeFile } from '../report/fault.js'
import { type Bump, bigger, bumps } from './bump.js'

/** What a changeset says. */
export interface Changeset {
  readonly file: string
  /** The biggest bump that it gives one of the packages. */
  readonly bump: Bump
  readonly words: string
}

/**
 * Reads every changeset of a folder that releases one of the packages.
 *
 * @throws Faults when a file there can't be read as one.
 */
export async function readChangesets(
  folder: string,
  packages: readonly string[],
  disk: Disk,
): Promise<readonly Changeset[]> {
  const files = (await disk.list(folder)).filter((file) => isChangeset(folder, file))
  const all = await Promise.all(
    files.map(async (file) => {
      const text = new TextDecoder().decode(await disk.read(file)).replaceAll('\r\n', '\n')
      return readChangeset(file, text, packages)
    }),
  )
  return all.filter(({ bump }) => bump !== 'none')
}

function isChangeset(folder: string, file: string): boolean {
  const name = file.slice(folder.length + 1)
  return name.endsWith('.md') && !name.includes('/') && name.toLowerCase() !== 'readme.md'
}

function readChangeset(file: string, text: string, packages: readonly string[]): Changeset {
  const [, front, words] = /^\s*---([\s\S]*?)\n\s*---(\s*(?:\n[\s\S]*)?)$/.exec(text) ?? []
  if (front === undefined || words === undefined) throw faulty(file)
  const releases = frontMatter(front, file)
  const bump = releases
    .filter(([name]) => packages.includes(name))
    .map(([, value]) => value)
    .reduce<Bump>(bigger, 'none')
  return { file, bump, words: words.trim() }
}

function frontMatter(text: string, file: string): readonly (readonly [string, Bump])[] {
  const value = parsed(text, file)
  if (value === null || value === undefined) return []
  if (typeof value !== 'object' || Array.isArray(value)) throw faulty(file)
  return Object.entries(value).map(([name, said]) => {
    const bump = bumps.find((known) => known === said)
    if (bump === undefined) throw faulty(file)
    return [name, bump]
  })
}

function parsed(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch {
    throw faulty(file)
  }
}

function faulty(file: string): Faults {
  return new Faults([
    {
      rule: 'diff/changeset',
      place: wholeFile(file),
      wrong: 'this is no changeset',
      expected: `packages between two lines of ---, each with ${bumps.join(', ')}, and words below`,
      fix: 'correct it, or delete it and write it anew',
    },
  ])
}
