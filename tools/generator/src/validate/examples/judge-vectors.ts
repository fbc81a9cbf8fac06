/** The examples beside the spec, judged by their schema and read as lists. */
import { type Table, tableOf } from '../../collections/table.js'
import type { Loaded } from '../../load/load.js'
import type { Source } from '../../load/source.js'
import type { Form, VectorList } from '../../model/vector-list.js'
import { type Fault, type Place, wholeFile } from '../../report/fault.js'
import { judge } from '../schema/judge.js'
import { SchemaFault } from '../schema/sound-schema.js'
import type { ExampleFile } from './false-examples.js'
import { type ExampleLists, type NameInExample, namesIn } from './names-in-examples.js'

/** What the files hold, and what is wrong with them. */
export interface JudgedVectors {
  readonly lists: readonly VectorList[]
  /** The files that were accepted. */
  readonly accepted: readonly ExampleFile[]
  /** The names in the files that were accepted. */
  readonly names: readonly NameInExample[]
  readonly faults: readonly Fault[]
}

/**
 * Judges files of examples.
 *
 * @param schema - left out where there are no files.
 * @param folder - where there must be some.
 */
export function judgeVectors(
  files: readonly Loaded[],
  schema: Loaded | undefined,
  folder?: string,
): JudgedVectors {
  if (schema === undefined)
    return { lists: [], accepted: [], names: [], faults: folder === undefined ? [] : [noExamples(folder)] }
  const faults = [...files, schema].flatMap((file) => file.faults)
  const sources = files.flatMap(({ source }) => source ?? [])
  if (schema.source === undefined) return { lists: [], accepted: [], names: [], faults }
  const { source: form } = schema
  const judged = sources.map((source) => ({ source, ...judgeFile(source, form) }))
  const accepted = judged.flatMap(({ source, document }) => (document ? [{ source, document }] : []))
  return {
    lists: listsOf(
      accepted.map(({ document }) => document),
      form.data,
    ),
    accepted,
    names: accepted.flatMap(({ source, document }) => namesIn(document, source, form.data)),
    faults: [...faults, ...judged.flatMap((verdict) => verdict.faults), ...twice(accepted)],
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

function judgeFile(source: Source, schema: Source): { document?: ExampleLists; faults: readonly Fault[] } {
  try {
    const verdict = judge<ExampleLists>(source, schema)
    if (verdict.accepted) return { document: verdict.document, faults: [] }
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

/** A name is what a failing test says: two examples of one list must not share it, in whatever files they stand. */
function twice(files: readonly ExampleFile[]): Fault[] {
  const seen = new Map<string, () => Place>()
  return files.flatMap(({ document, source }) =>
    Object.entries(document).flatMap(([list, examples]) =>
      examples.flatMap(({ name }, index): Fault[] => {
        const key = `${list} ${name}`
        const place = () => source.place([list, index, 'name'], 'value')
        const first = seen.get(key)
        if (first === undefined) {
          seen.set(key, place)
          return []
        }
        return [
          {
            rule: 'no-example-twice',
            place: place(),
            wrong: `two examples of ${list} are called "${name}"`,
            expected: 'a name for each example of a list, which a failing test shows',
            fix: 'rename one of them',
            also: [{ place: first(), says: 'it stands here first' }],
          },
        ]
      }),
    ),
  )
}

/** The lists in the order of the schema, which also says what each key means. */
function listsOf(documents: readonly ExampleLists[], schema: unknown): VectorList[] {
  return Object.entries(tableAt(schema, 'properties')).flatMap(([name, list]) => {
    const examples = documents.flatMap((document) => document[name] ?? [])
    if (examples.length === 0) return []
    const { ['description']: description, ['items']: items } = tableOf(list)
    return [{ name, description: String(description ?? ''), form: formOf(items, schema), examples }]
  })
}

/**
 * A part of the schema by itself, in the words of draft 2020-12: what it refers to stands in it, and the examples of
 * its forms, which help who writes by hand, do not.
 */
function formOf(part: unknown, schema: unknown): Form {
  const definitions = tableAt(schema, 'definitions')
  return JSON.parse(JSON.stringify(part ?? {}), (key, value: unknown) => {
    if (Array.isArray(value)) return key === 'examples' ? undefined : value
    if (typeof value !== 'object' || value === null) return value
    const { ['$ref']: reference, ['dependencies']: dependentRequired, ...rest } = tableOf(value)
    const name = typeof reference === 'string' ? reference.split('/').at(-1) : undefined
    return {
      ...(name !== undefined && formOf(definitions[name], schema)),
      ...rest,
      ...(dependentRequired !== undefined && { dependentRequired }),
    }
  })
}

function tableAt(value: unknown, key: string): Table<unknown> {
  return tableOf(tableOf(value)[key])
}
