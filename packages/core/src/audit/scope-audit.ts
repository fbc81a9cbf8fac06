/** What the calls of an app needed, against what it asked for. */
import { attempt } from '../errors/attempt.js'
import * as linodeScopes from '../scopes/linode.js'
import type { Scopes } from '../scopes/scope-index.js'
import type { ScopeHeaders } from './scope-headers.js'

/** One scope that was asked for, and what calls needed of it. */
export interface AskedScope {
  /** In canonical form. */
  readonly scope: string
  /** The fewest scopes that would have done in its place; empty where no call needed it. */
  readonly needed: readonly string[]
}

/** Calls of one operation, and what they needed. */
export interface OperationCalls {
  /** Its name, such as `GET /linode/instances`. */
  readonly operation: string
  /** Answers that said what they needed. */
  readonly calls: number
  /** The fewest scopes that each of them could have been made with; empty where no scope was needed. */
  readonly needed: readonly string[]
}

/** What a run of an app needed. */
export interface ScopeReport {
  /** Answers seen. */
  readonly calls: number
  /** Answers among them that didn't say what they needed. */
  readonly unknown: number
  /** The fewest scopes that every call could have been made with. */
  readonly needed: readonly string[]
  /** The same for each operation whose name was told, by name: what the rest is concluded from. */
  readonly operations: readonly OperationCalls[]
  /** What was asked for though less would have done. */
  readonly excessive: readonly AskedScope[]
  /** What calls needed and nobody asked for. */
  readonly missing: readonly string[]
  /** The same in words, a line for each finding; empty where all that was asked for was needed. */
  readonly summary: string
}

/** More than an API has: what names each call by its own URL must not fill the memory. */
const MOST_OPERATIONS = 1000

/**
 * Collects what calls need. It holds the scopes seen, at most 64 KiB of them, two counts, and
 * at most 1,000 operations.
 *
 * @example
 * ```ts
 * const audit = new ScopeAudit(['linodes:read_write'])
 * audit.add(readScopeHeaders(response.headers)) // for each answer of the API that was recorded
 * console.log(audit.report().summary) // asked for `linodes:read_write`; every call needed `linodes:read_only`
 * ```
 */
export class ScopeAudit {
  readonly #asked: readonly string[]
  #needed: readonly string[] = []
  #calls = 0
  #unknown = 0
  readonly #operations = new Map<string, OperationCalls>()

  /** @param asked - what the app asks its users for */
  constructor(asked: Scopes) {
    this.#asked = linodeScopes.read(asked, 'asked')
  }

  /**
   * Takes one answer into account.
   *
   * @param operation - the name of what was called, if it is to stand in the report
   */
  add({ needed }: Pick<ScopeHeaders, 'needed'>, operation?: string | undefined): void {
    this.#calls += 1
    if (needed === undefined || !this.#need(needed)) this.#unknown += 1
    else if (operation !== undefined) this.#note({ operation, calls: 1, needed })
  }

  /**
   * Adds what another audit found, such as that of another process, which sent its report as JSON.
   *
   * @example
   * ```ts
   * const audit = new ScopeAudit(['linodes:read_write'])
   * for (const report of reports) audit.merge(report)
   * console.log(audit.report().summary) // asked for `linodes:read_write`; every call needed `linodes:read_only`
   * ```
   */
  merge(
    report: Pick<ScopeReport, 'calls' | 'unknown' | 'needed'> & Partial<Pick<ScopeReport, 'operations'>>,
  ): void {
    const { calls, unknown, needed, operations = [] } = report
    this.#calls += calls
    if (this.#need(needed)) {
      this.#unknown += unknown
      for (const one of operations) this.#note(one)
    } else this.#unknown += calls
  }

  #note({ operation, calls, needed }: OperationCalls): void {
    const before = this.#operations.get(operation)
    if (before === undefined && this.#operations.size === MOST_OPERATIONS) return
    const all = linodeScopes.union(before?.needed ?? [], needed)
    this.#operations.set(operation, { operation, calls: (before?.calls ?? 0) + calls, needed: all })
  }

  /** Whether they could be noted: more than may be read as scopes is no word of the API's. */
  #need(scopes: readonly string[]): boolean {
    const all = attempt(() => linodeScopes.read([...this.#needed, ...scopes]))
    this.#needed = all ?? this.#needed
    return all !== undefined
  }

  /** What didn't say what it needed may have needed more; so may calls that went to where nobody looked. */
  #doubt(): string {
    if (this.#calls === 0) return ' (no call of the API was seen)'
    return this.#unknown === 0 ? '' : ` (${this.#unknown} of ${this.#calls} did not say)`
  }

  /** What is known so far. */
  report(): ScopeReport {
    const all = this.#needed
    const missing = linodeScopes.missing(this.#asked, all)
    const excessive = this.#asked
      .map((scope) => ({
        scope,
        needed: linodeScopes.minimize(all.filter((one) => linodeScopes.covers([scope], [one]))),
      }))
      .filter(({ scope, needed }) => !linodeScopes.equals([scope], needed))
    const lines = [
      ...excessive.map((one) => wordsOf(one) + this.#doubt()),
      ...missing.map((scope) => `did not ask for \`${scope}\`; a call needed it`),
    ]
    return {
      calls: this.#calls,
      unknown: this.#unknown,
      needed: linodeScopes.minimize(all),
      operations: [...this.#operations.values()].sort((one, other) =>
        one.operation < other.operation ? -1 : 1,
      ),
      excessive,
      missing,
      summary: lines.join('\n'),
    }
  }
}

function wordsOf({ scope, needed }: AskedScope): string {
  if (needed.length === 0) return `asked for \`${scope}\`; no call needed it`
  return `asked for \`${scope}\`; every call needed ${needed.map((one) => `\`${one}\``).join(', ')}`
}
