/** Paths and values as they are named in a sentence. */
import type { Path } from '../../../load/source.js'

/** What a path leads to. */
export function name(path: Path): string {
  return path.length === 0 ? 'the file' : `"${path.at(-1)}"`
}

/** A value, cut where it is long; a text of nothing but white space shows which. */
export function shown(value: unknown): string {
  if (typeof value === 'string' && value.trim() === '') return JSON.stringify(value)
  if (typeof value === 'string') return `"${value.length > LONG ? `${value.slice(0, LONG - 1)}…` : value}"`
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : String(value)
}

const LONG = 60
