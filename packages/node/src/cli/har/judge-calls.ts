/** What the calls of a log needed, by what the server said and else by the API's table of operations. */
import { OAuthScopes, ScopeError } from '@linode-login/core'
import { ScopeAudit, type ScopeReport } from '@linode-login/core/audit'
import { type Operation, type OperationNeeds, operations } from '@linode-login/core/operations'
import { createScopeAlgebra, hierarchy, smallestSets } from '@linode-login/core/scopes'
import { findOperation } from '../operation-names.js'
import { Refusal } from '../refusal.js'
import type { HarCall } from './read-har.js'

/** Calls that are alike. */
export interface JudgedCalls {
  /**
   * `'METHOD /path'` with path parameters in braces; of a call that isn't known, its path with
   * what may be secret hidden.
   */
  readonly operation: string
  readonly count: number
  /**
   * All of them, of alternatives those that count; `undefined` where neither the server nor the table says.
   */
  readonly needed: readonly string[] | undefined
  /** Who says so. */
  readonly by: 'server' | 'table' | 'nobody'
  /** What of it wasn't asked for. */
  readonly missing: readonly string[]
  /** Whether no scope helps, since the operation takes a personal access token only. */
  readonly personalTokenOnly: boolean
}

/** What came of judging. */
export interface Judgement {
  readonly report: ScopeReport
  readonly calls: readonly JudgedCalls[]
}

/** What the API's table says that an operation needs. */
export type NeedsOf = (operation: Operation) => OperationNeeds | undefined

const algebra = createScopeAlgebra(hierarchy)

/**
 * Judges the calls to the API: those to its URL and below, and those whose answer speaks of scopes, as
 * through a proxy. Where operations accept alternatives, one that was asked for counts before one that
 * wasn't, and of those the ones that make the smallest set for all calls together.
 *
 * @param api - without query and hash
 * @throws Refusal for alternatives in more ways together than are followed.
 */
export function judgeCalls(
  calls: readonly HarCall[],
  asked: readonly string[],
  api: URL,
  needsOf: NeedsOf = (operation) => operations().get(operation)?.needs,
): Judgement {
  const seen = calls.flatMap((call) => seenCall(call, api, needsOf) ?? [])
  const least = leastOf(seen.map(({ accepted = [[]] }) => withinReach(accepted, asked)))
  const audit = new ScopeAudit(asked)
  const groups = new Map<string, JudgedCalls>()
  for (const { accepted, ...call } of seen) {
    const needed = accepted?.find((set) => OAuthScopes.covers(least, set))
    audit.add({ needed })
    const key = JSON.stringify([call.operation, needed])
    const missing = OAuthScopes.missing(asked, needed ?? [])
    groups.set(key, { ...call, count: (groups.get(key)?.count ?? 0) + 1, needed, missing })
  }
  const sorted = [...groups.values()].sort((one, other) => (one.operation < other.operation ? -1 : 1))
  return { report: audit.report(), calls: sorted }
}

function leastOf(alternatives: Parameters<typeof smallestSets>[0]): readonly string[] {
  try {
    return smallestSets(alternatives, algebra)[0] ?? []
  } catch (error) {
    if (!ScopeError.is(error)) throw error
    throw new Refusal(
      'too_many_ways',
      'The calls accept too many alternatives: check a part of the log at once.',
    )
  }
}

/** A call to the API, and the sets of scopes of which it needs one; `undefined` where nobody says. */
interface SeenCall extends Pick<JudgedCalls, 'operation' | 'by' | 'personalTokenOnly'> {
  readonly accepted: readonly (readonly string[])[] | undefined
}

function seenCall(
  { method, origin, path, scopes }: HarCall,
  api: URL,
  needsOf: NeedsOf,
): SeenCall | undefined {
  // What a browser asks before a call is no call.
  if (method === 'OPTIONS') return undefined
  const below = origin === api.origin ? pathBelow(api.pathname, path) : undefined
  if (below === undefined && scopes.needed === undefined) return undefined
  const operation = findOperation(`${method} ${below ?? path}`)
  const needs = operation === undefined ? undefined : needsOf(operation)
  const accepted = scopes.needed === undefined ? needs && acceptedBy(needs) : [scopes.needed]
  return {
    operation: operation ?? `${method} ${withoutSecrets(path)}`,
    accepted,
    by: scopes.needed !== undefined ? 'server' : accepted !== undefined ? 'table' : 'nobody',
    personalTokenOnly: needs === 'pat',
  }
}

/** The rest of a path behind that of the API; `undefined` for a path that isn't below it. */
function pathBelow(base: string, path: string): string | undefined {
  const start = base.replace(/\/+$/, '')
  return path.startsWith(`${start}/`) ? path.slice(start.length) : undefined
}

function acceptedBy(needs: OperationNeeds): readonly (readonly string[])[] {
  return typeof needs === 'string' ? [[]] : needs
}

function withinReach(accepted: readonly (readonly string[])[], asked: readonly string[]): typeof accepted {
  const within = accepted.filter((set) => OAuthScopes.covers(asked, set))
  return within.length === 0 ? accepted : within
}

/** Only segments that read like words of an API: an id or a token may stand in any other. */
function withoutSecrets(path: string): string {
  return path
    .split('/')
    .slice(0, 12)
    .map((segment) => (/^(v\d{1,2}(beta)?|[a-z]{1,20}(-[a-z]{1,20}){0,4})?$/.test(segment) ? segment : '…'))
    .join('/')
}
