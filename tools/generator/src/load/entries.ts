/**
 * Reads a file that is read again and again, as `--watch` does: only the entries that changed are parsed. An
 * entry is what begins at the margin or two spaces from it. A file that can't be taken apart like that, or
 * has a fault, is read whole, and so is one of which a place is asked.
 */

import type { Input } from '../inputs/inputs.js'
import { wholeFile } from '../report/fault.js'
import { RoundCache } from '../reuse/round-cache.js'
import { decode } from './decode.js'
import { type Load, load } from './load.js'
import type { Source } from './source.js'

type Entry = readonly [key: string, value: unknown]

/** Gives what `load` gives, and keeps the entries of each file until it is read again. */
export function entryLoader(): Load {
  const files = new Map<string, RoundCache<string, Entry | undefined>>()
  return (input) => {
    const entries = files.get(input.file) ?? new RoundCache((text) => text)
    files.set(input.file, entries)
    const data = dataOf(input, (text) => entries.get(text, entryIn))
    entries.forgetOthers()
    return data === undefined ? load(input) : { source: sourceOf(input, data), faults: [] }
  }
}

function sourceOf(input: Input, data: object): Source {
  let whole: Source | undefined
  return {
    file: input.file,
    data,
    place: (path, what) => {
      whole ??= load(input).source
      return whole?.place(path, what) ?? wholeFile(input.file)
    },
  }
}

const BEGINNING = /(?<=^|\n)(?=(?: {2})?[^\s#])/
/**
 * What begins like this is a key with a value, if it is YAML at all: no bracket, no
 * mark of a document, no tag.
 */
const KEY = /^ *[\w"']/
const ONLY_COMMENTS = /^(?: *(?:#.*)?\n)*$/

/** A key at the margin whose value is the entries that follow. */
const SECTION = /^[^#'"\n]*: *(?:#.*)?\n(?: *(?:#.*)?\n)*$/

function dataOf({ file, bytes }: Input, read: (text: string) => Entry | undefined): object | undefined {
  const text = bytes === undefined || file.endsWith('.json') ? undefined : decode(file, bytes)
  if (typeof text !== 'string') return undefined
  const top = new Map<string, unknown>()
  let section: Map<string, unknown> | undefined
  for (const part of text.split(BEGINNING)) {
    if (ONLY_COMMENTS.test(part)) continue
    const [key, value] = (KEY.test(part) ? read(part) : undefined) ?? []
    const within = part.startsWith(' ') ? section : top
    if (key === undefined || within === undefined || within.has(key)) return undefined
    within.set(key, value)
    if (within !== top) continue
    section = SECTION.test(part) ? new Map() : undefined
    if (section !== undefined) top.set(key, section)
  }
  return top.size === 0 ? undefined : plain(top)
}

function plain(top: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries(
    [...top].map(([key, value]) => {
      if (!(value instanceof Map)) return [key, value]
      return [key, value.size === 0 ? null : Object.fromEntries(value)]
    }),
  )
}

/**
 * The only entry of a text; `undefined` where it holds something else, or where anything is wrong with it.
 */
function entryIn(text: string): Entry | undefined {
  const { source, faults } = load({ file: '', bytes: new TextEncoder().encode(text) })
  const data = source?.data
  if (faults.length > 0 || typeof data !== 'object' || data === null || Array.isArray(data)) return undefined
  const [entry, ...others] = Object.entries(data)
  return others.length === 0 ? entry : undefined
}
