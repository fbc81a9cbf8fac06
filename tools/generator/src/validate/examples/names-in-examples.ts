/**
 * An example that names a scope, an operation, an endpoint or a field by a slip proves something else than it says, or
 * nothing. What an app might hand in, such as the scopes of a token, may be unknown on purpose, and so may a scope or
 * an operation of an example which ends in the error that says so. Where such names stand, the schema says: there a
 * value refers to the definition that is called like its kind.
 */
import { type Table, tableOf } from '../../collections/table.js'
import type { Path, Source } from '../../load/source.js'
import type { Vector } from '../../model/vector-list.js'
import type { Fault } from '../../report/fault.js'
import { choiceOf, nearest } from '../../report/nearest.js'
import type { Documents } from '../../spec/documents.js'
import type { EndpointsDocument } from '../../spec/endpoints-document.js'
import { type Diagnosis, KnownScopes } from '../names/declared-scopes.js'

/** The lists of a file of examples. */
export type ExampleLists = Table<readonly Vector[]>

const kinds = ['known_scope', 'operation', 'endpoint', 'field'] as const

type Kind = (typeof kinds)[number]

/** A name in a file of examples. */
export interface NameInExample {
  readonly kind: Kind
  readonly text: string
  readonly path: Path
  readonly source: Source
}

/**
 * The names of what the spec must hold.
 *
 * @param schema - that of the file.
 */
export function namesIn(lists: ExampleLists, source: Source, schema: unknown): readonly NameInExample[] {
  const { ['properties']: forms, ['definitions']: definitions } = tableOf(schema)
  return Object.entries(lists).flatMap(([list, examples]) => {
    const { ['items']: form } = tableOf(tableOf(forms)[list])
    return examples.flatMap((example, index) =>
      namesAt(example, form, [list, index], tableOf(definitions))
        .filter(({ kind }) => !isFree(kind, example))
        .map((name) => ({ ...name, source })),
    )
  })
}

/** The errors by which an example shows what becomes of a name that nobody knows. */
const unknown: Partial<Record<Kind, string>> = {
  known_scope: 'unknown_scope',
  operation: 'unknown_operation',
}

function isFree(kind: Kind, { ['error']: error, ['known']: known }: Vector): boolean {
  return kind in unknown && (error === unknown[kind] || known === false)
}

function namesAt(
  value: unknown,
  form: unknown,
  path: Path,
  definitions: Table<unknown>,
): readonly Omit<NameInExample, 'source'>[] {
  const { ['$ref']: reference, ['properties']: properties, ['items']: items } = tableOf(form)
  if (typeof reference === 'string') {
    const definition = reference.split('/').at(-1) ?? ''
    const kind = kinds.find((known) => known === definition)
    if (kind !== undefined && typeof value === 'string') return [{ kind, text: value, path }]
    return namesAt(value, definitions[definition], path, definitions)
  }
  const steps = Array.isArray(value) ? value.entries() : Object.entries(tableOf(value))
  return [...steps].flatMap(([key, item]) =>
    namesAt(item, items ?? tableOf(properties)[key], [...path, key], definitions),
  )
}

/** What examples are judged beside. */
export interface Known extends Partial<Documents> {
  /** Whether a message is at fault itself, so that nobody knows which fields there are. */
  readonly isUnsureOfFields?: boolean
}

/** What is wrong with the names, as far as the documents that were accepted tell. */
export function unknownNamesIn(names: readonly NameInExample[], documents: Known): readonly Fault[] {
  const diagnosers = diagnosersOf(documents)
  return names.flatMap(({ kind, text, path, source }): Fault[] => {
    const diagnosis = diagnosers[kind]?.(text)
    if (diagnosis === undefined) return []
    return [{ rule: 'no-unknown-name-in-example', place: source.place(path, 'value'), ...diagnosis }]
  })
}

/** What says what is wrong with a name, of each kind that the documents tell of. */
function diagnosersOf({
  scopes,
  operations,
  endpoints,
  isUnsureOfFields = false,
}: Known): Partial<Record<Kind, (text: string) => Diagnosis | undefined>> {
  const known = scopes && new KnownScopes(scopes, operations)
  return {
    ...(known && { known_scope: (text) => (known.has(text) ? undefined : known.diagnose(text)) }),
    ...(operations && { operation: among('operation', Object.keys(operations.operations)) }),
    ...(endpoints && { endpoint: amongEndpoints(endpoints) }),
    ...(endpoints && !isUnsureOfFields && { field: among('field', fieldsOf(endpoints)) }),
  }
}

function fieldsOf({ messages }: EndpointsDocument): readonly string[] {
  return Object.values(messages).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([key, { name = key, aliases = [] }]) => [name, ...aliases]),
  )
}

/** There are few, so they are named. */
function amongEndpoints({ endpoints }: EndpointsDocument): (text: string) => Diagnosis | undefined {
  const ids = Object.keys(endpoints)
  return among('endpoint', ids, choiceOf(ids))
}

function among(
  what: string,
  names: readonly string[],
  expected = `one of the ${what}s that are declared`,
): (text: string) => Diagnosis | undefined {
  const known = new Set(names)
  return (text) => {
    if (known.has(text)) return undefined
    const wrong = `there is no ${what} "${text}"`
    const suggestion = nearest(text, known)
    return suggestion === undefined
      ? { wrong, expected, fix: `write one of the ${what}s that are declared, or declare it` }
      : { wrong, expected, suggestion, fix: `did you mean "${suggestion}"?` }
  }
}
