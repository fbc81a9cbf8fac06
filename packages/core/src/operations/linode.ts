/** What can be asked of the operations of Linode's API: the engine beside it, bound to Linode's table. */
import { didYouMean, nearestWords } from '../arguments/nearest.js'
import { ScopeError } from '../errors/errors.js'
import { cleanText } from '../errors/redact.js'
import { apiBasePath } from '../generated/api.js'
import { hierarchy } from '../generated/hierarchy.js'
import {
  type OAuthOperation,
  type OperationId,
  operationLines,
  operationMethods,
  operationNeeds,
  type PersonalTokenOperation,
  type PersonalTokenOperationId,
} from '../generated/operations.js'
import type { OAuthScope } from '../generated/scopes.js'
import { covering, parse, union } from '../scopes/linode.js'
import { isKnown } from '../scopes/oauth-scopes.js'
import type { Scopes } from '../scopes/scope-index.js'
import { decodeOperations } from './decode-operations.js'
import { createOperationScopes, type OperationScopes, type ScopeReason } from './operation-scopes.js'
import type { OperationFacts, OperationTable } from './operation-table.js'

/** An operation of Linode's API, as `'METHOD /path'` with path parameters in braces. */
export type Operation = OAuthOperation | PersonalTokenOperation

/** A concrete call: its method and URL, such as `GET https://api.linode.com/v4/linode/instances/123`. */
export type OperationUrl = `${'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'} http${'s' | ''}://${string}`

/**
 * How an operation that an OAuth token may call is named: by method and path, by id, or by a concrete URL.
 */
export type OperationReference = OAuthOperation | OperationId | OperationUrl

/**
 * What the compiler is to say of a reference to an operation that takes a personal access token. Its last
 * branch leaves nothing: it is there for the compiler to infer the reference from. Were the reference tested
 * against all operations instead, an editor would wait four times as long for its list.
 */
export type PersonalTokenRefusal<Reference extends string> = Reference extends
  | PersonalTokenOperation
  | PersonalTokenOperationId
  ? `${Reference} takes a personal access token, whatever the scopes`
  : Reference extends never
    ? Reference
    : never

let decoded: OperationTable | undefined

function table(): OperationTable {
  decoded ??= decodeOperations({ methods: operationMethods, needs: operationNeeds, lines: operationLines })
  return decoded
}

const linodeOperations: OperationScopes = /* @__PURE__ */ createOperationScopes(
  table,
  { covering, union },
  apiBasePath,
)

let known: ReadonlyMap<Operation, OperationFacts> | undefined

/**
 * Every operation of Linode's API with its id, and who may call it.
 *
 * @example
 * ```ts
 * operations().get('GET /linode/instances')
 * // { id: 'get-linode-instances', needs: [['linodes:read_only']] }
 * ```
 */
export function operations(): ReadonlyMap<Operation, OperationFacts> {
  known ??= new Map(
    [...table()].flatMap(([name, facts]) => (isOperation(name) ? [[name, facts] as const] : [])),
  )
  return known
}

/**
 * The fewest scopes with which a token may call all of the operations.
 *
 * @example
 * ```ts
 * forOperations(['GET /linode/instances', 'POST /volumes/{volumeId}/attach'])
 * // ['linodes:read_write', 'volumes:read_write']
 * ```
 * @param operations - each by method and path, by id, or by method and URL
 * @throws ScopeError that names every operation that isn't known (with the nearest ones), or else
 * every one that takes a personal access token only, and where operations accept alternatives in
 * more than 256 ways together.
 */
export function forOperations<Reference extends string>(
  operations: readonly (OperationReference | PersonalTokenRefusal<Reference>)[],
): OAuthScope[]
// What an operation needs is asked for as it stands, even where the hierarchy is older and doesn't know it.
export function forOperations(operations: readonly string[]): string[] {
  return linodeOperations.smallestSets(operations)[0] ?? []
}

/**
 * Every smallest set of scopes with which a token may call all of the operations: more than one where
 * operations accept alternatives. `forOperations` gives the first.
 *
 * @example
 * ```ts
 * scopeSetsForOperations(['GET /linode/instances']) // [['linodes:read_only']]
 * ```
 * @throws ScopeError as `forOperations` does.
 */
export function scopeSetsForOperations<Reference extends string>(
  operations: readonly (OperationReference | PersonalTokenRefusal<Reference>)[],
): OAuthScope[][]
export function scopeSetsForOperations(operations: readonly string[]): string[][] {
  return linodeOperations.smallestSets(operations)
}

/**
 * Which of the operations a scope is for, what of it each needs, and whether always or in one of several
 * ways: what to answer a reviewer.
 *
 * @example
 * ```ts
 * whyNeeded('linodes:read_write', ['GET /linode/instances', 'POST /volumes/{volumeId}/attach', 'GET /account'])
 * // [{ operation: 'GET /linode/instances', needs: [['linodes:read_only']], always: true },
 * //  { operation: 'POST /volumes/{volumeId}/attach', needs: [['linodes:read_write']], always: true }]
 * ```
 * @throws ScopeError with the code `unknown_scope` for a scope that is none (with the nearest ones), and as
 * `forOperations` does for operations.
 */
export function whyNeeded<Reference extends string>(
  scope: OAuthScope,
  operations: readonly (OperationReference | PersonalTokenRefusal<Reference>)[],
): ScopeReason[]
export function whyNeeded(scope: string, operations: readonly string[]): ScopeReason[] {
  refuseUnknown(scope)
  return linodeOperations.whyNeeded(scope, operations)
}

/**
 * Every operation that a token with these scopes may call; those that need no scope are among them.
 *
 * @example
 * ```ts
 * operationsAllowed(['domains:read_only']).includes('GET /domains') // true
 * operationsAllowed(['domains:read_only']).includes('POST /domains') // false
 * ```
 */
export function operationsAllowed(scopes: Scopes): Operation[] {
  return linodeOperations.operationsAllowed(scopes).filter(isOperation)
}

/**
 * The operation that a call is of, such as `'GET /linode/instances/{linodeId}'`; `undefined` if there is
 * none. A URL may have any host, since calls go through proxies; before the operation's path nothing may
 * stand but a version of the API.
 *
 * @example
 * ```ts
 * operationOf('GET https://api.linode.com/v4/linode/instances/123?page=2') // 'GET /linode/instances/{linodeId}'
 * operationOf('GET /linode/instances/123') // 'GET /linode/instances/{linodeId}'
 * ```
 * @param reference - a method and a path, its parameters in braces or filled in; a method and a URL; or an id
 */
export function operationOf(reference: string): Operation | undefined {
  const found = linodeOperations.find(reference)
  return found !== undefined && isOperation(found) ? found : undefined
}

function refuseUnknown(scope: string): void {
  const scopes = parse(scope)
  if (scopes.length > 0 && scopes.every(isKnown)) return
  const hint = didYouMean(nearestWords(scope, Object.keys(hierarchy.includes)))
  const message = `No scope is called "${cleanText(scope)}".${hint}`
  throw new ScopeError({ code: 'unknown_scope', operation: 'read-scopes', message })
}

function isOperation(name: string): name is Operation {
  return table().has(name)
}
