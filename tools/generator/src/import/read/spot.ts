/**
 * A value of a document together with where it stands, so that references are meant from
 * there and faults point there.
 */
import type { Path, Source } from '../../load/source.js'

/** A file that is read, and where it came from in the end. */
export interface ApiFile {
  readonly url: URL
  readonly source: Source
}

export interface Spot {
  readonly value: unknown
  readonly file: ApiFile
  /** The keys that lead to it within its file. */
  readonly path: Path
  /** What stood beside the references that led here, nearest first: its keys win, and stand elsewhere. */
  readonly beside: readonly Spot[]
}

/** The value of a whole file. */
export function wholeOf(file: ApiFile): Spot {
  return { value: file.source.data, file, path: [], beside: [] }
}

/** What stands under a key; a value that is no mapping has nothing. */
export function childOf(spot: Spot, key: string): Spot {
  const holder = spot.beside.find(({ value }) => isRecord(value) && Object.hasOwn(value, key)) ?? spot
  return { value: valueAt(spot.value, key), file: holder.file, path: [...holder.path, key], beside: [] }
}

function valueAt(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
