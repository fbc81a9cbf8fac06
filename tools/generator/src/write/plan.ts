import type { TextFile } from '../emit/made.js'
import { isMarked, type Signature } from '../signature/mark.js'
import { isEdited } from '../signature/seal.js'
import type { Standing } from './standing.js'

/** One difference between the files as they are and as they should be. */
export interface Change {
  readonly path: string
  /** `undefined`: the file is missing. */
  readonly before: string | undefined
  /** `undefined`: the file is left over. */
  readonly after: string | undefined
  /** Why the file that stands there is a person's work: it was edited, or doesn't carry the mark. */
  readonly byHand?: 'edited' | 'unmarked' | undefined
}

/** How the disk differs from what it should be. */
export interface Plan {
  /** What would have to change, sorted by path. */
  readonly changes: readonly Change[]
  /** Files among generated ones that do not carry the mark and belong to nothing; never touched. */
  readonly strangers: readonly string[]
}

/**
 * What would have to change on the disk.
 *
 * @param standing - what stands where outputs belong: a marked file that is not among `files` is left over.
 */
export function planChanges(
  files: readonly TextFile[],
  standing: readonly Standing[],
  signature: Signature,
): Plan {
  const wanted = new Map(files.map(({ path, text }) => [path, text]))
  const found = new Map(standing)
  const paths = [...new Set([...wanted.keys(), ...found.keys()])].sort()
  const differing = paths.filter((path) => !isSame(found.get(path), wanted.get(path)))
  const all = differing.map((path): Change => {
    const before = textOf(found.get(path))
    return {
      path,
      before,
      after: wanted.get(path),
      byHand: before === undefined ? undefined : byHand(before, signature),
    }
  })
  const isStranger = ({ after, byHand }: Change) => after === undefined && byHand === 'unmarked'
  return {
    changes: all.filter((change) => !isStranger(change)),
    strangers: all.filter(isStranger).map(({ path }) => path),
  }
}

/** Whether a text in the place of a generated file is a person's work, and why. */
export function byHand(text: string, signature: Signature): Change['byHand'] {
  if (!isMarked(signature, text)) return 'unmarked'
  return isEdited(text) ? 'edited' : undefined
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
