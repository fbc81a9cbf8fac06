/** What operations need of scopes, and what scopes allow of operations: for any API and any hierarchy. */
import { didYouMean, nearestAmong } from '../arguments/nearest.js'
import type { ScopeErrorCode } from '../errors/error-codes.js'
import { ScopeError } from '../errors/errors.js'
import { cleanText } from '../errors/redact.js'
import type { Scopes } from '../scopes/scope-index.js'
import { type Comparing, smallestSets } from '../scopes/smallest-sets.js'
import type { OperationTable } from './operation-table.js'
import { type CallResolver, createCallResolver } from './resolve-call.js'

/** An operation that a scope is for. */
export interface ScopeReason {
  /** As `'METHOD /path'`. */
  readonly operation: string
  /**
   * Of each set of scopes that the operation accepts, those which the scope in question includes. A set of
   * which it includes none is left out.
   */
  readonly needs: readonly (readonly string[])[]
  /**
   * Whether no set was left out: `false` where the operation may be called without the scope, by another set.
   */
  readonly always: boolean
}

/**
 * What can be asked of an API's operations. Each is named by `'METHOD /path'`, with path parameters in braces
 * or filled in, by its id, or by `'METHOD https://…'`.
 */
export interface OperationScopes {
  /**
   * The operation's name as `'METHOD /path'`, with path parameters in braces; `undefined` if there is none.
   */
  find(reference: string): string | undefined
  /** Every smallest set of scopes with which a token may call all of the operations; see `smallestSets`. */
  smallestSets(references: readonly string[]): string[][]
  /** Those of the operations that a scope is for, and what of it each needs. */
  whyNeeded(scope: string, references: readonly string[]): ScopeReason[]
  /** Every operation that a token with these scopes may call, those that any token may included. */
  operationsAllowed(scopes: Scopes): string[]
}

interface Needing {
  readonly operation: string
  /** One of them is enough; `undefined` where no scope is needed. */
  readonly sets: readonly (readonly string[])[] | undefined
}

/**
 * Nothing is built until it is first asked.
 *
 * @param table - gives the operations, the same each time
 * @param basePath - what stands before their paths in a URL; empty if there is nothing
 */
export function createOperationScopes(
  table: () => OperationTable,
  algebra: Comparing,
  basePath = '',
): OperationScopes {
  let index: { readonly byId: ReadonlyMap<string, string>; readonly resolve: CallResolver } | undefined

  function find(reference: string): string | undefined {
    if (table().has(reference)) return reference
    index ??= {
      byId: new Map([...table()].map(([operation, { id }]) => [id, operation])),
      resolve: createCallResolver(table().keys(), basePath),
    }
    return index.byId.get(reference) ?? index.resolve(reference)
  }

  /** What each needs; all that can't be answered for are told at once. */
  function needsOf(references: readonly string[]): Needing[] {
    const unknown: string[] = []
    const personal: string[] = []
    const needing: Needing[] = []
    for (const reference of new Set(listed(references))) {
      const operation = find(reference)
      const needs = operation === undefined ? undefined : table().get(operation)?.needs
      if (operation === undefined || needs === undefined) unknown.push(String(reference))
      else if (needs === 'pat') personal.push(operation)
      else needing.push({ operation, sets: typeof needs === 'string' ? undefined : needs })
    }
    if (unknown.length > 0) throw noSuch(unknown, table())
    if (personal.length > 0) throw personalOnly([...new Set(personal)])
    return needing
  }

  return {
    find,
    smallestSets: (references) => {
      const alternatives = needsOf(references).map(({ sets = [[]] }) => sets)
      return smallestSets(alternatives, algebra)
    },
    whyNeeded: (scope, references) => {
      const includes = algebra.covering(scope)
      return needsOf(references).flatMap(({ operation, sets = [] }) => {
        const served = sets.map((set) => set.filter(includes)).filter(({ length }) => length > 0)
        return served.length === 0
          ? []
          : [{ operation, needs: served, always: served.length === sets.length }]
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

/**
 * A caller without types may hand in one reference instead of a list, whose letters
 * would be taken one by one.
 */
function listed(references: readonly string[]): readonly string[] {
  if (Array.isArray(references)) return references
  throw refused('unknown_operation', 'operations: expected a list, such as ["GET /account"].')
}

/** As many are named as a message can hold. */
const MOST_NAMED = 10

function noSuch(references: readonly string[], table: OperationTable): ScopeError {
  const nearest = nearestAmong([...table].flatMap(([operation, { id }]) => [operation, id]))
  const complaints = references.slice(0, MOST_NAMED).map((reference) => {
    return `No operation is called "${cleanText(reference)}".${didYouMean(nearest(reference))}`
  })
  return refused('unknown_operation', complaints.join(' ') + others(references))
}

function personalOnly(operations: readonly string[]): ScopeError {
  const named = operations.slice(0, MOST_NAMED).map((operation) => `"${operation}"`)
  const verb = operations.length === 1 ? 'takes' : 'take'
  const message = `${named.join(', ')} ${verb} a personal access token, whatever the scopes.${others(operations)}`
  return refused('personal_token_only', message)
}

function others({ length }: readonly string[]): string {
  return length > MOST_NAMED ? ` The same is true of ${length - MOST_NAMED} more.` : ''
}

function refused(code: ScopeErrorCode, message: string): ScopeError {
  return new ScopeError({ code, operation: 'read-scopes', message })
}
