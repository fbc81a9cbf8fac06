/**
 * An entry that stands in another section than its own: its keys say which that is, so it is told once and not for each
 * key that is missing or too much where it stands.
 */
import { type Table, tableOf } from '../../collections/table.js'
import type { SchemaComplaint } from './complaints/complaint.js'

/** The complaints, those of each such entry as one. */
export function withoutStrays(
  data: unknown,
  schema: unknown,
  complaints: readonly SchemaComplaint[],
): readonly SchemaComplaint[] {
  const told = new Map<string, SchemaComplaint>()
  for (const { path, rule } of complaints) {
    const [section = '', key] = path.map(String)
    if (key === undefined || (rule !== 'schema/missing-key' && rule !== 'schema/unknown-key')) continue
    const own = ownSections(tableOf(tableOf(data)[section])[key], schema)
    if (own.length > 0 && !own.includes(section))
      told.set(JSON.stringify([section, key]), stray(section, key, own))
  }
  const others = complaints.filter(({ path }) => !told.has(JSON.stringify(path.slice(0, 2).map(String))))
  return [...others, ...told.values()]
}

function stray(section: string, key: string, own: readonly string[]): SchemaComplaint {
  const named = own.map((one) => `"${one}"`).join(' or ')
  return {
    rule: 'schema/entry-of-another-section',
    path: [section, key],
    at: 'key',
    wrong: `"${key}" has the keys of an entry of ${named}`,
    expected: `an entry of "${section}"`,
    fix: `move it to ${named}, or give it the keys that it needs here`,
  }
}

/** The sections whose entries may have all the keys that an entry holds, and need none besides. */
function ownSections(entry: unknown, schema: unknown): readonly string[] {
  const keys = Object.keys(tableOf(entry))
  const { ['properties']: sections, ['definitions']: definitions } = tableOf(schema)
  return Object.entries(tableOf(sections)).flatMap(([name, section]) => {
    const { ['properties']: known, ['required']: required = [] } = formOf(section, tableOf(definitions))
    if (known === undefined || !Array.isArray(required)) return []
    const fits =
      keys.every((key) => Object.hasOwn(tableOf(known), key)) && required.every((key) => keys.includes(key))
    return fits ? [name] : []
  })
}

/** What a section says of its entries. */
function formOf(section: unknown, definitions: Table<unknown>): Table<unknown> {
  const [form] = Object.values(tableOf(tableOf(section)['patternProperties']))
  const { ['$ref']: reference } = tableOf(form)
  return tableOf(typeof reference === 'string' ? definitions[reference.split('/').at(-1) ?? ''] : form)
}
