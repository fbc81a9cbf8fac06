/**
 * A section whose own name is misspelt, such as `familes`: it is judged as what was meant, or else its whole
 * file would leave the rules' sight, and each entry of other files that refers to it would seem to be wrong.
 */

import { tableOf } from '../../collections/table.js'
import type { Source } from '../../load/source.js'
import type { SchemaComplaint } from './complaints/complaint.js'

/** The complaints of sections that are misnamed where the right name is free. */
export function misnamedSections(
  data: unknown,
  complaints: readonly SchemaComplaint[],
): readonly SchemaComplaint[] {
  const present = new Set(Object.keys(tableOf(data)))
  return complaints.filter(({ rule, path, suggestion }) => {
    if (rule !== 'schema/unknown-key' || path.length !== 1 || suggestion === undefined) return false
    const isFree = !present.has(suggestion)
    present.add(suggestion)
    return isFree
  })
}

/** The same file with the names that were meant; places lead to the names that stand there. */
export function renamed(source: Source, misnamed: readonly SchemaComplaint[]): Source {
  const names = misnamed.map(({ path, suggestion }) => [String(path[0]), String(suggestion)] as const)
  const meant = new Map(names)
  const written = new Map(names.map(([is, should]) => [should, is]))
  const entries = Object.entries(tableOf(source.data))
  return {
    file: source.file,
    data: Object.fromEntries(entries.map(([key, value]) => [meant.get(key) ?? key, value])),
    place: ([section, ...rest], what) =>
      source.place(section === undefined ? [] : [written.get(String(section)) ?? section, ...rest], what),
  }
}
