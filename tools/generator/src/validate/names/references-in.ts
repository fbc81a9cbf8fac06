/** Every place of the spec that refers to a level, a family, a message or an error by its name. */
import type { Path } from '../../load/source.js'
import { sourceOfScopes } from '../../model/read-operations.js'
import type { Part } from '../../spec/documents.js'
import type { EndpointsDocument } from '../../spec/endpoints-document.js'
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Reference } from './references.js'
import { type NamedScope, scopesNeeded } from './scopes-needed.js'

/** In the file of scopes alone. */
export function levelsIn({ bare, levels = {}, families = {} }: ScopesDocument): readonly Reference[] {
  return [
    ...(bare === undefined ? [] : [{ name: bare, part: 'scopes', path: ['bare'], at: 'value' } as const]),
    ...Object.entries(levels).flatMap(([id, { includes }]) => items(includes, ['levels', id, 'includes'])),
    ...Object.entries(families).flatMap(([id, family]) => [
      ...items(family.levels, ['families', id, 'levels']),
      ...items(family.retired?.levels, ['families', id, 'retired', 'levels']),
      ...keys(family.descriptions, ['families', id, 'descriptions']),
      ...keys(family.includes, ['families', id, 'includes']),
    ]),
  ]
}

function items(levels: readonly string[] = [], path: Path): readonly Reference[] {
  return levels.map((name, index) => ({ name, part: 'scopes', path: [...path, index], at: 'value' }))
}

function keys(table: object = {}, path: Path): readonly Reference[] {
  return Object.keys(table).map((name) => ({ name, part: 'scopes', path: [...path, name], at: 'key' }))
}

/** The levels that scopes name, in whatever file these are asked for. */
export function levelsOfScopes(
  scopes: ScopesDocument,
  operations?: OperationsDocument,
): readonly Reference[] {
  return halvesOf(scopes, operations, (scope, colon) => scope.slice(colon + 1))
}

/** The families that scopes name, and those that old ones went into. */
export function familiesIn(scopes: ScopesDocument, operations?: OperationsDocument): readonly Reference[] {
  return [
    ...halvesOf(scopes, operations, (scope, colon) => scope.slice(0, colon)),
    ...Object.entries(scopes.folded ?? {}).map(([id, { into }]): Reference => {
      return { name: into, part: 'scopes', path: ['folded', id, 'into'], at: 'value' }
    }),
  ]
}

function halvesOf(
  scopes: ScopesDocument,
  operations: OperationsDocument | undefined,
  half: (scope: string, colon: number) => string,
): readonly Reference[] {
  const named = (part: Part, found: readonly NamedScope[]) =>
    found.flatMap(({ scope, path }): Reference[] => {
      const colon = scope.lastIndexOf(':')
      return colon < 1 ? [] : [{ name: half(scope, colon), part, path, at: 'value' }]
    })
  return [
    ...named('scopes', scopesIncluded(scopes)),
    ...named('operations', operations ? scopesThatHold(operations) : []),
  ]
}

/** The scopes that others include. */
export function scopesIncluded({ families = {}, scopes = {} }: ScopesDocument): readonly NamedScope[] {
  const listed = (list: readonly string[], path: Path) =>
    list.map((scope, index): NamedScope => ({ scope, path: [...path, index] }))
  return [
    ...Object.entries(families).flatMap(([id, { includes = {} }]) =>
      Object.entries(includes).flatMap(([level, list]) => listed(list, ['families', id, 'includes', level])),
    ),
    ...Object.entries(scopes).flatMap(([id, { includes = [] }]) =>
      listed(includes, ['scopes', id, 'includes']),
    ),
  ]
}

/** The scopes that hold for operations. What is only declared may be misspelt. */
export function scopesThatHold({ operations }: OperationsDocument): readonly NamedScope[] {
  return Object.entries(operations).flatMap(([key, entry]) => {
    const source = sourceOfScopes(entry)
    const needed = source && entry[source]
    return needed === undefined || source === undefined
      ? []
      : scopesNeeded(needed, ['operations', key, source])
  })
}

export function messagesIn({ endpoints }: EndpointsDocument): readonly Reference[] {
  return Object.entries(endpoints).flatMap(([id, { answer }]) =>
    (['redirect', 'fragment', 'message'] as const).flatMap((key): Reference[] => {
      const name = answer[key]
      const path = ['endpoints', id, 'answer', key]
      return name === undefined ? [] : [{ name, part: 'endpoints', path, at: 'value' }]
    }),
  )
}

export function errorsIn({ endpoints }: EndpointsDocument): readonly Reference[] {
  return Object.entries(endpoints).flatMap(([id, { errors = [] }]) =>
    errors.map((name, index): Reference => {
      const path = ['endpoints', id, 'errors', index]
      return { name, part: 'endpoints', path, at: 'value' }
    }),
  )
}
