import type { Disk } from '../disk.js'
import { isMarked, type Signature } from './mark.js'

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

/**
 * What would have to change on the disk, sorted by path. Nothing is written.
 *
 * @param folders where generated files stand: a marked file in them that is not among `files` is left over.
 */
export async function planChanges(
  files: readonly TextFile[],
  folders: readonly string[],
  signature: Signature,
  disk: Disk,
): Promise<readonly Change[]> {
  const wanted = new Map(files.map(({ path, text }) => [path, text]))
  const listed = await Promise.all(folders.map((folder) => disk.list(folder)))
  const paths = [...new Set([...wanted.keys(), ...listed.flat()])].sort()
  const changes = await Promise.all(
    paths.map(async (path): Promise<Change | undefined> => {
      const [before, after] = [textOf(await disk.read(path)), wanted.get(path)]
      const foreign = before !== undefined && !isMarked(signature, before)
      if (before === after || (after === undefined && foreign)) return undefined
      return { path, before, after, foreign }
    }),
  )
  return changes.filter((change) => change !== undefined)
}

/** Bytes that are not UTF-8, or a byte order mark, make a text that differs from any that should stand there. */
export function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
