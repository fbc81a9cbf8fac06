/** What the things of the spec are called in generated code, by the rooms that they share. */
import type { Table } from '../../collections/table.js'
import type { House } from '../../house/house.js'
import type { Path } from '../../load/source.js'
import { camelCase, dashed, pascalCase } from '../../model/names.js'
import type { Documents, Part } from '../../spec/documents.js'
import type { EndpointsDocument } from '../../spec/endpoints-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'

/** A name that something of the spec gets in generated code. */
export interface NameInCode {
  /** What must not have two things of one name: a module, an object, an interface, a folder. */
  readonly room: string
  readonly name: string
  readonly part: Part
  readonly path: Path
  readonly at: 'key' | 'value'
}

/** Every name in generated code that the spec decides on. */
export function namesInCode({ scopes, endpoints }: Partial<Documents>): readonly NameInCode[] {
  return [...(scopes ? namesOfScopes(scopes) : []), ...(endpoints ? namesOfMessages(endpoints) : [])]
}

/** The names that are taken in each room before the spec has its say. */
export function takenNames({
  takenNames: scopes,
  takenTypes: types,
}: House): ReadonlyMap<string, readonly string[]> {
  return new Map([
    [SCOPES, scopes],
    [TYPES, types],
    [PROVIDER, ['hierarchy', 'operations']],
  ])
}

/** The room of file names, which may be any. */
export const FILES = 'the files of families'

const SCOPES = 'the scopes'
const LEVELS = 'the levels'
const TYPES = 'the messages'
const PROVIDER = 'the provider'

function namesOfScopes({
  families = {},
  folded = {},
  scopes = {},
  levels = {},
  wildcard,
}: ScopesDocument): NameInCode[] {
  const value = (room: string, name: string, ...path: Path): NameInCode => ({
    room,
    name,
    part: 'scopes',
    path,
    at: 'value',
  })
  const named = (room: string, section: string, table: Table<{ readonly name?: string }>) =>
    Object.entries(table).flatMap(([id, { name }]) =>
      name === undefined ? [] : [value(room, name, section, id, 'name')],
    )
  const file = (section: string, id: string): NameInCode => {
    return { room: FILES, name: dashed(id), part: 'scopes', path: [section, id], at: 'key' }
  }
  return [
    ...named(SCOPES, 'families', families),
    ...named(SCOPES, 'scopes', scopes),
    ...named(SCOPES, 'folded', folded),
    ...(wildcard ? [value(SCOPES, wildcard.name, 'wildcard', 'name')] : []),
    ...named(LEVELS, 'levels', levels),
    ...Object.keys(families).map((id) => file('families', id)),
    // One that is a family of today too is told as that.
    ...Object.entries(folded).flatMap(([id, { name }]) =>
      name === undefined || Object.hasOwn(families, id) ? [] : [file('folded', id)],
    ),
  ]
}

function namesOfMessages({ provider, endpoints, messages }: EndpointsDocument): NameInCode[] {
  const at = (room: string, name: string, ...path: Path): NameInCode => ({
    room,
    name,
    part: 'endpoints',
    path,
    at: 'key',
  })
  return [
    {
      room: PROVIDER,
      name: camelCase(provider.name),
      part: 'endpoints',
      path: ['provider', 'name'],
      at: 'value',
    },
    ...Object.entries(endpoints).flatMap(([id, { parameters = {} }]) => [
      at('the endpoints', camelCase(id), 'endpoints', id),
      at(TYPES, `${pascalCase(id)}Request`, 'endpoints', id),
      ...Object.keys(parameters).map((name) =>
        at(`the parameters of ${id}`, camelCase(name), 'endpoints', id, 'parameters', name),
      ),
    ]),
    ...Object.entries(messages).flatMap(([id, { fields }]) => [
      at(TYPES, pascalCase(id), 'messages', id),
      ...Object.keys(fields).map((name) =>
        at(`the fields of ${id}`, camelCase(name), 'messages', id, 'fields', name),
      ),
    ]),
  ]
}
