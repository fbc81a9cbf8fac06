/**
 * A section that was indented into the one before it, alone or with its entries: it is judged where it was meant to
 * stand, or else each of its entries would be told as a wrong one of the other section.
 */
import { type Table, tableOf } from '../../collections/table.js'
import type { Path, Source } from '../../load/source.js'
import type { SchemaComplaint } from './complaints/complaint.js'

/** The complaints of sections that stand within another, where none of the name stands at the margin. */
export function misplacedSections(
  data: unknown,
  schema: unknown,
  complaints: readonly SchemaComplaint[],
): readonly SchemaComplaint[] {
  const missing = Object.keys(tableOf(tableOf(schema)['properties'])).filter(
    (section) => !Object.hasOwn(tableOf(data), section),
  )
  return Object.entries(tableOf(data)).flatMap(([outer, table]) =>
    missing
      .filter((section) => isTable(tableOf(table), section) && isTold(complaints, outer, section))
      .map((section): SchemaComplaint => {
        return {
          rule: 'schema/section-within-another',
          path: [outer, section],
          at: 'key',
          wrong: `the section "${section}" stands within "${outer}"`,
          expected: `sections that are indented alike, "${section}" as far as "${outer}"`,
          fix: `take the spaces before it out${tableOf(table)[section] === null ? '' : ', and as many before what it holds'}`,
        }
      }),
  )
}

/** An entry would hold texts; a section holds entries, or nothing where these were left where they stood. */
function isTable(table: Table<unknown>, section: string): boolean {
  if (!Object.hasOwn(table, section)) return false
  const held = table[section]
  return held === null || Object.values(tableOf(held)).every((value) => typeof value === 'object')
}

function isTold(complaints: readonly SchemaComplaint[], outer: string, section: string): boolean {
  return complaints.some(({ path }) => path[0] === outer && path[1] === section)
}

/** The same file with the first of these sections at the margin; places lead to where all of it stands. */
export function moved(source: Source, [misplaced]: readonly SchemaComplaint[]): Source {
  const [outer, section] = misplaced?.path.map(String) ?? []
  if (outer === undefined || section === undefined) return source
  const data = tableOf(source.data)
  const entries = Object.entries(tableOf(data[outer]))
  const at = entries.findIndex(([key]) => key === section)
  const own = tableOf(data[outer])[section]
  const [before, after] = [entries.slice(0, at), entries.slice(at + 1)]
  const above: Path = own === null ? [outer] : [outer, section]
  return {
    file: source.file,
    data: {
      ...data,
      [outer]: Object.fromEntries(own === null ? before : [...before, ...after]),
      [section]: own ?? Object.fromEntries(after),
    },
    place: ([first, ...rest], what) => {
      if (first !== section) return source.place(first === undefined ? [] : [first, ...rest], what)
      return source.place(rest.length === 0 ? [outer, section] : [...above, ...rest], what)
    },
  }
}
