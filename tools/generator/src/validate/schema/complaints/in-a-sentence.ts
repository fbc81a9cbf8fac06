/** Paths and values as they are named in a sentence. */
import type { Path } from '../../../load/source.js'

/** What a path leads to; keys of the spec are no numbers, so what looks like one is an item of a list. */
export function name(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'the file'
  return /^\d+$/.test(String(last)) ? `item ${Number(last) + 1} of ${name(path.slice(0, -1))}` : `"${last}"`
}

/** A value, cut where it is long; a text of nothing but white space shows which. */
export function shown(value: unknown): string {
  if (typeof value === 'string' && value.trim() === '') return JSON.stringify(value)
  if (typeof value === 'string') return `"${value.length > LONG ? `${value.slice(0, LONG - 1)}…` : value}"`
  if (value === null || value === undefined) return 'nothing'
  if (typeof value !== 'object') return String(value)
  const what = Array.isArray(value) ? 'list' : 'mapping'
  return Object.keys(value).length === 0 ? `an empty ${what}` : `a ${what}`
}

const LONG = 60
