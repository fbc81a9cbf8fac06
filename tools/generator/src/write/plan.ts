import type { TextFile } from '../emit/made.js'
import type { Signature } from '../house/house.js'
import { isMarked } from '../house/mark.js'
import type { Standing } from './standing.js'

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
  /** Those of the changes that undo what somebody edited. */
  readonly edited: readonly Change[]
  /** Files among generated ones that do not carry the mark and belong to nothing; never touched. */
  readonly strangers: readonly string[]
}

/**
 * What would have to change on the disk.
 *
 * @param standing what stands where outputs belong: a marked file that is not among `files` is left over.
 * @param wereCurrent whether these files stood there when they were last made: what differs now, somebody edited.
 */
export function planChanges(
  files: readonly TextFile[],
  standing: readonly Standing[],
  signature: Signature,
  wereCurrent: boolean,
): Plan {
  const wanted = new Map(files.map(({ path, text }) => [path, text]))
  const found = new Map(standing)
  const paths = [...new Set([...wanted.keys(), ...found.keys()])].sort()
  const differing = paths.filter((path) => !isSame(found.get(path), wanted.get(path)))
  const all = differing.map((path): Change => {
    const before = textOf(found.get(path))
    const foreign = before !== undefined && !isMarked(signature, before)
    return { path, before, after: wanted.get(path), foreign }
  })
  const isStranger = ({ after, foreign }: Change) => after === undefined && foreign
  const changes = all.filter((change) => !isStranger(change))
  return {
    changes,
    edited: wereCurrent ? changes.filter(isEdit) : [],
    strangers: all.filter(isStranger).map(({ path }) => path),
  }
}

function isEdit({ before, after, foreign }: Change): boolean {
  return before !== undefined && after !== undefined && !foreign
}

function isSame(bytes: Uint8Array | undefined, text: string | undefined): boolean {
  return bytes !== undefined && text !== undefined && Buffer.from(text).equals(bytes)
}

/**
 * Bytes that are not UTF-8, or a byte order mark, make a text that differs from any that should stand there.
 */
export function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined
    ? undefined
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
}
