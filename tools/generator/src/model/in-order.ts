/**
 * The order of what is made. The keys of a mapping have none in YAML, so a tool may write them anew in any; the
 * outputs stand in an order of their own: levels after those that they include, operations by path, parameters and
 * fields that are required before others, all else by name.
 */
import { own } from '../collections/own.js'
import type { Table } from '../collections/table.js'
import { oncePer } from '../reuse/once-per.js'
import type { Documents } from '../spec/documents.js'
import type { EndpointsDocument, ParameterEntry } from '../spec/endpoints-document.js'
import type { OperationsDocument } from '../spec/operations-document.js'
import type { LevelEntry, ScopesDocument } from '../spec/scopes-document.js'

/** The documents with their entries in the order of the outputs. */
export function inOrder({ endpoints, scopes, operations }: Documents): Documents {
  return {
    endpoints: endpointsInOrder(endpoints),
    scopes: scopesInOrder(scopes),
    operations: operationsInOrder(operations),
  }
}

const endpointsInOrder = oncePer((document: EndpointsDocument): EndpointsDocument => {
  const { endpoints, messages, errors, credentials, lifetimes, api } = document
  return {
    ...document,
    endpoints: eachByName(endpoints, 'parameters'),
    messages: eachByName(messages, 'fields'),
    errors: byName(errors),
    credentials: byName(credentials),
    lifetimes: byName(lifetimes),
    api: { ...api, ...(api.refusal && { refusal: allByName(api.refusal) }), errors: byName(api.errors) },
  }
})

const scopesInOrder = oncePer((document: ScopesDocument): ScopesDocument => {
  const { levels, families, folded, scopes } = document
  return {
    ...document,
    ...(levels && { levels: lowestFirst(levels) }),
    ...(families && { families: byName(families) }),
    ...(folded && { folded: byName(folded) }),
    ...(scopes && { scopes: byName(scopes) }),
  }
})

const operationsInOrder = oncePer((document: OperationsDocument): OperationsDocument => {
  return { ...document, operations: sorted(document.operations, placeOf) }
})

/** Operations of one path stand together, what only reads before what changes. */
function placeOf(operation: string): string {
  const [method = '', path = ''] = operation.split(' ', 2)
  return `${path} ${['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].indexOf(method)}`
}

/** Each level after those that it includes, and by name where neither includes the other. */
function lowestFirst<T extends Table<LevelEntry>>(levels: T): T {
  const heightOf = (level: string): number =>
    1 +
    Math.max(
      0,
      ...(own(levels, level)?.includes ?? []).filter((name) => Object.hasOwn(levels, name)).map(heightOf),
    )
  return sorted(levels, (level) => `${String(heightOf(level)).padStart(3, '0')} ${level}`)
}

function byName<T extends object>(table: T): T {
  return sorted(table, (name) => name)
}

/** Entries by name, and in each the parameters or fields under one of its keys. */
function eachByName<K extends string, E extends { readonly [key in K]?: Table<ParameterOrField> }>(
  table: Table<E>,
  key: K,
): Table<E> {
  const entries = Object.entries(byName(table)).map(([name, entry]) => [
    name,
    entry[key] === undefined ? entry : { ...entry, [key]: requiredFirst(entry[key]) },
  ])
  return Object.fromEntries(entries)
}

type ParameterOrField = Pick<ParameterEntry, 'required' | 'const' | 'assumed'>

/** What must be there before what may be left out, each by name. */
function requiredFirst<T extends Table<ParameterOrField>>(table: T): T {
  return sorted(table, (name) => {
    const { required, const: constant, assumed } = own(table, name) ?? {}
    return `${required || (constant !== undefined && !assumed) ? 0 : 1} ${name}`
  })
}

/** The same at every depth. */
function allByName<T extends object>(table: T): T {
  return JSON.parse(JSON.stringify(table), (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? byName(part) : part,
  )
}

/** The keys are laid down in their order first, and then get their values. */
function sorted<T extends object>(table: T, placeOf: (key: string) => string): T {
  const places = Object.keys(table).map((key) => ({ key, place: placeOf(key) }))
  places.sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
  return Object.assign(Object.fromEntries(places.map(({ key }) => [key, undefined])), table)
}
