import type { Disk } from '../disk/disk.js'
import type { Signature } from '../house/house.js'
import { isMarked } from './mark.js'

/** A file as it should be. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** One difference between the files as they are and as they should be. */
export interface Change {
  readonly path: string
  /** `undefined`: the file is missing. */
  readonly before: string | undefined
  /** `undefined`: the file is left over. */
  readonly after: string | undefined
  /** Whether the file that stands there does not carry the mark, so that it may be someone's work. */
  readonly foreign: boolean
}

/** How the disk differs from what it should be. */
export interface Plan {
  /** What would have to change, sorted by path. */
  readonly changes: readonly Change[]
  /** Files among generated ones that do not carry the mark and belong to nothing; never touched. */
  readonly strangers: readonly string[]
}

/**
 * What would have to change on the disk. Nothing is written.
 *
 * @param folders where generated files stand: a marked file in them that is not among `files` is left over. Hidden files
 * are passed over.
 */
export async function planChanges(
  files: readonly TextFile[],
  folders: readonly string[],
  signature: Signature,
  disk: Disk,
): Promise<Plan> {
  const wanted = new Map(files.map(({ path, text }) => [path, text]))
  const listed = await Promise.all(folders.map((folder) => disk.list(folder)))
  const paths = [...new Set([...wanted.keys(), ...listed.flat()])].sort()
  const found = await Promise.all(
    paths.map(async (path): Promise<Change> => {
      const before = textOf(await disk.read(path))
      const foreign = before !== undefined && !isMarked(signature, before)
      return { path, before, after: wanted.get(path), foreign }
    }),
  )
  const isStranger = ({ after, foreign }: Change) => after === undefined && foreign
  return {
    changes: found.filter((change) => change.before !== change.after && !isStranger(change)),
    strangers: found.filter(isStranger).flatMap(({ path }) => (/(^|\/)\.[^/]*$/.test(path) ? [] : [path])),
  }
}

/** Bytes that are not UTF-8, or a byte order mark, make a text that differs from any that should stand there. */
export function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
