/** What operations need of scopes, and what scopes allow of operations: for any API and any hierarchy. */

import { nearestWords } from '../arguments/nearest.js'
import type { ScopeErrorCode } from '../errors/error-codes.js'
import { ScopeError } from '../errors/errors.js'
import { cleanText } from '../errors/redact.js'
import type { Scopes } from '../scopes/scope-index.js'
import type { OperationNeeds, OperationTable } from './operation-table.js'
import { createPathTree, type PathTree } from './path-tree.js'
import { type Comparing, smallestSets } from './smallest-sets.js'

/** An operation that a scope is for. */
export interface ScopeReason {
  /** As `'METHOD /path'`. */
  readonly operation: string
  /**
   * Of each set of scopes that the operation accepts, those which the scope in question includes. A set of which it
   * includes none is left out.
   */
  readonly needs: readonly (readonly string[])[]
  /** Whether no set was left out: `false` where the operation may be called without the scope, by another set. */
  readonly always: boolean
}

/** What can be asked of an API's operations. Each is named by `'METHOD /path'`, its id, or `'METHOD https://…'`. */
export interface OperationScopes {
  /** The operation's name as `'METHOD /path'`, with path parameters in braces; `undefined` if there is none. */
  find(reference: string): string | undefined
  /** Every smallest set of scopes with which a token may call all of the operations; see `smallestSets`. */
  smallestSets(references: readonly string[]): string[][]
  /** Those of the operations that a scope is for, and what of it each needs. */
  whyNeeded(scope: string, references: readonly string[]): ScopeReason[]
  /** Every operation that a token with these scopes may call, those that any token may included. */
  operationsAllowed(scopes: Scopes): string[]
}

/**
 * Nothing is built until it is first asked.
 *
 * @param table gives the operations, the same each time.
 */
export function createOperationScopes(table: () => OperationTable, algebra: Comparing): OperationScopes {
  let built: Index | undefined

  function find(reference: string): string | undefined {
    if (table().has(reference)) return reference
    built ??= indexOf(table())
    return built.byId.get(reference) ?? byUrl(reference, built.byMethod)
  }

  function needsOf(reference: string): { operation: string; needs: OperationNeeds } {
    const operation = find(reference)
    const facts = operation === undefined ? undefined : table().get(operation)
    if (operation === undefined || facts === undefined) throw unknown(String(reference), table())
    return { operation, needs: facts.needs }
  }

  return {
    find,
    smallestSets: (references) => {
      const alternatives = [...new Set(listed(references))].map((reference) => {
        const { operation, needs } = needsOf(reference)
        if (needs === 'pat') {
          throw refused(
            'personal_token_only',
            `"${operation}" takes a personal access token, whatever the scopes.`,
          )
        }
        return typeof needs === 'string' ? [[]] : needs
      })
      return smallestSets(alternatives, algebra)
    },
    whyNeeded: (scope, references) => {
      const includes = algebra.covering(scope)
      return listed(references).flatMap((reference) => {
        const { operation, needs } = needsOf(reference)
        if (typeof needs === 'string') return []
        const served = needs.map((set) => set.filter(includes)).filter(({ length }) => length > 0)
        return served.length === 0
          ? []
          : [{ operation, needs: served, always: served.length === needs.length }]
      })
    },
    operationsAllowed: (scopes) => {
      const includes = algebra.covering(scopes)
      return [...table()]
        .filter(([, { needs }]) => (typeof needs === 'string' ? needs !== 'pat' : needs.some(includes)))
        .map(([operation]) => operation)
    },
  }
}

interface Index {
  readonly byId: ReadonlyMap<string, string>
  readonly byMethod: ReadonlyMap<string, PathTree<string>>
}

function indexOf(table: OperationTable): Index {
  const methods = new Map<string, [string, string][]>()
  const byId = new Map<string, string>()
  for (const [operation, { id }] of table) {
    const [method = '', path = ''] = operation.split(' ')
    const templates = methods.get(method) ?? []
    templates.push([path, operation])
    methods.set(method, templates)
    byId.set(id, operation)
  }
  return { byId, byMethod: new Map([...methods].map(([method, paths]) => [method, createPathTree(paths)])) }
}

const URL_REFERENCE = /^([A-Z]+) https?:\/\/[^/?#]+(\/[^?#]*)/

/** A path of the API as it stands, or after its first segment, where the version of an API stands. */
function byUrl(reference: string, byMethod: Index['byMethod']): string | undefined {
  const [, method = '', path = ''] = URL_REFERENCE.exec(reference) ?? []
  const tree = byMethod.get(method)
  const rest = path.indexOf('/', 1)
  return tree?.find(path) ?? (rest === -1 ? undefined : tree?.find(path, rest))
}

/** A caller without types may hand in one reference instead of a list, whose letters would be taken one by one. */
function listed(references: readonly string[]): readonly string[] {
  if (Array.isArray(references)) return references
  throw refused('unknown_operation', 'operations: expected a list, such as ["GET /account"].')
}

function unknown(reference: string, table: OperationTable): ScopeError {
  const names = [...table].flatMap(([operation, { id }]) => [operation, id])
  const near = nearestWords(reference, names).map((name) => `"${name}"`)
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
  return refused('unknown_operation', `No operation is called "${cleanText(reference)}".${hint}`)
}

function refused(code: ScopeErrorCode, message: string): ScopeError {
  return new ScopeError({ code, operation: 'read-scopes', message })
}
