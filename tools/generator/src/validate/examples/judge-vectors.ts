/** The examples beside the spec, judged by their schema and read as lists. */
import { type Table, tableOf } from '../../collections/table.js'
import type { Loaded } from '../../load/load.js'
import type { Source } from '../../load/source.js'
import type { Form, VectorList } from '../../model/vector-list.js'
import { type Fault, wholeFile } from '../../report/fault.js'
import { judge } from '../schema/judge.js'
import { SchemaFault } from '../schema/sound-schema.js'
import type { ExampleFile } from './names-in-examples.js'

/** What the files hold, and what is wrong with them. */
export interface JudgedVectors {
  readonly lists: readonly VectorList[]
  /** Those that were accepted. */
  readonly files: readonly ExampleFile[]
  readonly faults: readonly Fault[]
}

type VectorsDocument = ExampleFile['document']

/**
 * Judges files of examples.
 *
 * @param schema left out where there are no files.
 * @param folder where there must be some.
 */
export function judgeVectors(
  files: readonly Loaded[],
  schema: Loaded | undefined,
  folder?: string,
): JudgedVectors {
  if (schema === undefined)
    return { lists: [], files: [], faults: folder === undefined ? [] : [noExamples(folder)] }
  const faults = [...files, schema].flatMap((file) => file.faults)
  const sources = files.flatMap(({ source }) => source ?? [])
  if (schema.source === undefined) return { lists: [], files: [], faults }
  const { source: form } = schema
  const judged = sources.map((source) => ({ source, ...judgeFile(source, form) }))
  const accepted = judged.flatMap(({ source, document }) => (document ? [{ source, document }] : []))
  return {
    lists: listsOf(
      accepted.map(({ document }) => document),
      form.data,
    ),
    files: accepted,
    faults: [...faults, ...judged.flatMap((verdict) => verdict.faults)],
  }
}

/** Without examples nothing would be tested, and nobody would notice. */
function noExamples(folder: string): Fault {
  return {
    rule: 'load/no-examples',
    place: wholeFile(folder),
    wrong: 'this folder is missing, or holds no examples',
    expected: 'a file of examples (*.yaml), or several',
    fix: 'put the folder back, or write an example',
  }
}

function judgeFile(source: Source, schema: Source): { document?: VectorsDocument; faults: readonly Fault[] } {
  try {
    const verdict = judge<VectorsDocument>(source, schema)
    if (verdict.accepted) return { document: verdict.document, faults: twice(verdict.document, source) }
    const faults = verdict.complaints.map(
      ({ rule, path, at, also = [], ...words }): Fault => ({
        rule,
        place: source.place(path, at),
        ...words,
        also: also.map((spot) => ({ place: source.place(spot.path, spot.at), says: spot.says })),
      }),
    )
    return { faults }
  } catch (error) {
    if (!(error instanceof SchemaFault)) throw error
    return { faults: [error.fault] }
  }
}

/** A name is what a failing test says: two examples of one list must not share it. */
function twice(document: VectorsDocument, source: Source): Fault[] {
  return Object.entries(document).flatMap(([list, examples]) => {
    const seen = new Map<string, number>()
    return examples.flatMap(({ name }, index): Fault[] => {
      const first = seen.get(name)
      if (first === undefined) {
        seen.set(name, index)
        return []
      }
      const other = { place: source.place([list, first, 'name'], 'value'), says: 'it stands here first' }
      return [
        {
          rule: 'no-example-twice',
          place: source.place([list, index, 'name'], 'value'),
          wrong: `two examples of ${list} are called "${name}"`,
          expected: 'a name for each example of a list, which a failing test shows',
          fix: 'rename one of them',
          also: [other],
        },
      ]
    })
  })
}

/** The lists in the order of the schema, which also says what each key means. */
function listsOf(documents: readonly VectorsDocument[], schema: unknown): VectorList[] {
  return Object.entries(tableAt(schema, 'properties')).flatMap(([name, list]) => {
    const examples = documents.flatMap((document) => document[name] ?? [])
    if (examples.length === 0) return []
    const { ['description']: description, ['items']: items } = tableOf(list)
    return [{ name, description: String(description ?? ''), form: formOf(items, schema), examples }]
  })
}

/** A part of the schema by itself, in the words of draft 2020-12: what it refers to stands in it. */
function formOf(part: unknown, schema: unknown): Form {
  const definitions = tableAt(schema, 'definitions')
  return JSON.parse(JSON.stringify(part ?? {}), (_, value: unknown) => {
    if (Array.isArray(value)) return value
    if (typeof value !== 'object' || value === null) return value
    const { ['$ref']: reference, ['dependencies']: dependentRequired, ...rest } = tableOf(value)
    const name = typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : ''
    return {
      ...tableOf(definitions[name]),
      ...rest,
      ...(dependentRequired !== undefined && { dependentRequired }),
    }
  })
}

function tableAt(value: unknown, key: string): Table<unknown> {
  return tableOf(tableOf(value)[key])
}
