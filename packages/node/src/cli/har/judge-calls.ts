/** What the calls of a log needed, by what the server said and else by the API's table of operations. */
import { OAuthScopes } from '@linode-login/core'
import { ScopeAudit, type ScopeReport } from '@linode-login/core/audit'
import { operations } from '@linode-login/core/operations'
import { findOperation } from '../operation-names.js'
import type { HarCall } from './read-har.js'

/** Calls that are alike. */
export interface JudgedCalls {
  /** `'METHOD /path'` with path parameters in braces; of a call that isn't known, its path with what may be secret hidden. */
  readonly operation: string
  readonly count: number
  /** All of them; `undefined` where neither the server nor the table says. */
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

/** Judges the calls to the API: those to its origin, and those whose answer speaks of scopes, as through a proxy. */
export function judgeCalls(calls: readonly HarCall[], asked: readonly string[], origin: string): Judgement {
  const audit = new ScopeAudit(asked)
  const groups = new Map<string, JudgedCalls>()
  for (const call of calls) {
    // What a browser asks before a call is no call.
    if (call.method === 'OPTIONS') continue
    if (call.origin !== origin && call.scopes.needed === undefined) continue
    const judged = judge(call, asked)
    audit.add(judged)
    const key = JSON.stringify([judged.operation, judged.needed])
    groups.set(key, { ...judged, count: (groups.get(key)?.count ?? 0) + 1 })
  }
  const sorted = [...groups.values()].sort((one, other) => (one.operation < other.operation ? -1 : 1))
  return { report: audit.report(), calls: sorted }
}

function judge({ method, path, scopes }: HarCall, asked: readonly string[]): JudgedCalls {
  const operation = findOperation(`${method} ${path}`)
  const access = operation === undefined ? undefined : operations().get(operation)?.needs
  const needed = scopes.needed ?? (access === undefined ? undefined : neededBy(access, asked))
  return {
    operation: operation ?? `${method} ${withoutSecrets(path)}`,
    count: 1,
    needed,
    by: scopes.needed !== undefined ? 'server' : needed !== undefined ? 'table' : 'nobody',
    missing: OAuthScopes.missing(asked, needed ?? []),
    personalTokenOnly: access === 'pat',
  }
}

/** Of alternatives the one that was asked for, else the first. */
function neededBy(
  access: string | readonly (readonly string[])[],
  asked: readonly string[],
): readonly string[] {
  if (typeof access === 'string') return []
  return access.find((set) => OAuthScopes.covers(asked, set)) ?? access[0] ?? []
}

/** Only segments that read like words of an API: an id or a token may stand in any other. */
function withoutSecrets(path: string): string {
  return path
    .split('/')
    .slice(0, 12)
    .map((segment) => (/^(v\d{1,2}(beta)?|[a-z]{1,20}(-[a-z]{1,20}){0,4})?$/.test(segment) ? segment : '…'))
    .join('/')
}
