/**
 * What a misspelt declaration must mean: the scope it is like, or what the operation needed so far, or what
 * the operation next to it needs. It is a guess: the entry is marked as `guessed`, with a note that says why,
 * until a person takes the mark out.
 */

import { own } from '../../collections/own.js'
import { setsOf, sourceOfScopes } from '../../model/read-operations.js'
import type { OperationEntry } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { KnownScopes } from '../../validate/names/declared-scopes.js'
import type { DeclaredAccess } from '../api-document.js'
import { sectionOf, stepsOf } from '../keys.js'
import { partsOf } from './judge-scopes.js'

type Sets = readonly (readonly string[])[]

/** The scopes that an operation needs, and the steps of its path. */
interface Needs {
  readonly steps: readonly string[]
  readonly scopes: readonly string[]
}

/** What is meant, and a sentence that says why. */
export interface Correction {
  readonly sets: Sets
  readonly note: string
}

/** A scope that was meant, and why it is believed. */
export interface Meaning {
  readonly scope: string
  readonly why: string
}

/** Corrects declarations by what is known of the scopes and of all operations. */
export class Corrector {
  readonly #scopes: ScopesDocument
  readonly #known: KnownScopes
  /** What operations need, by the section of the file: those of two are never near each other. */
  readonly #needs = new Map<string, Map<string, Needs>>()

  /** @param declared - what the document declares, by key. */
  constructor(
    scopes: ScopesDocument,
    entries: Readonly<Record<string, OperationEntry>>,
    declared: ReadonlyMap<string, DeclaredAccess>,
  ) {
    this.#scopes = scopes
    this.#known = new KnownScopes(scopes)
    // A guess is no evidence for another one.
    for (const [key, entry] of Object.entries(entries))
      if (!entry.guessed || entry.corrected === undefined) this.#learn(key, effective(entry))
    for (const [key, access] of declared) {
      if (access.auth !== 'scoped') continue
      const recorded = own(entries, key)?.recorded
      this.#learn(key, effective({ declared: access.anyOf, ...(recorded && { recorded }) }))
    }
  }

  /** The scopes of some sets that are none. */
  unknownIn(sets: Sets): readonly string[] {
    return [...new Set(sets.flat())].filter((scope) => !this.#known.has(scope))
  }

  /** What an operation's declaration must mean; `undefined` where nothing tells. */
  correct(key: string, sets: Sets, entry: OperationEntry | undefined): Correction | undefined {
    const meanings = new Map<string, Meaning>()
    for (const scope of this.unknownIn(sets)) {
      const meant = this.meaning(scope, key)
      if (meant !== undefined) meanings.set(scope, meant)
      else return this.#asBefore(scope, entry)
    }
    const why = [...meanings].map(([scope, meant]) => `\`${scope}\` is no scope; ${meant.why}`)
    return {
      sets: sets.map((set) => [...new Set(set.map((scope) => meanings.get(scope)?.scope ?? scope))]),
      note: `${why.join('; ')}.`,
    }
  }

  #learn(key: string, sets: Sets): void {
    if (sets.length === 0 || this.unknownIn(sets).length > 0) return
    const section = sectionOf(key)
    const near = this.#needs.get(section) ?? new Map<string, Needs>()
    this.#needs.set(section, near.set(key, { steps: stepsOf(key), scopes: sets.flat() }))
  }

  /** The scope that one which is none was meant to be, as far as an operation that asks for it tells. */
  meaning(scope: string, key: string | undefined): Meaning | undefined {
    return this.#alike(scope) ?? (key === undefined ? undefined : this.#nearby(key, scope))
  }

  #alike(scope: string): Meaning | undefined {
    const { suggestion } = this.#known.diagnose(scope)
    const meant = suggestion ?? this.#likeLevel(scope)
    const isScope = meant !== undefined && this.#known.has(meant)
    // A slip of the pen never means everything: whoever means it, says so.
    return isScope && meant !== this.#scopes.wildcard?.scope
      ? { scope: meant, why: 'this one is like it' }
      : undefined
  }

  /** `ips:read`: a part of a level that the family has, of several the lowest. */
  #likeLevel(scope: string): string | undefined {
    const colon = scope.lastIndexOf(':')
    const [family, part] = [scope.slice(0, colon), scope.slice(colon + 1)]
    const levels = Object.keys(this.#scopes.levels ?? {}).map((level) => `${family}:${level}`)
    return part.length < 3
      ? undefined
      : levels.find((level) => this.#known.has(level) && level.slice(colon + 1).includes(part))
  }

  /**
   * The scope of the same level that the operation needed so far, or the nearest one that needs such a scope.
   */
  #nearby(key: string, scope: string): Meaning | undefined {
    const level = partsOf(scope, this.#scopes)?.level
    if (level === undefined) return undefined
    const steps = stepsOf(key)
    let best: { readonly from: string; readonly scope: string } | undefined
    let bestRank = 2
    for (const [from, needs] of this.#needs.get(sectionOf(key)) ?? []) {
      for (const need of needs.scopes) {
        const meant = `${partsOf(need, this.#scopes)?.family}:${level}`
        const rank = 3 * inCommon(steps, needs.steps) + (need === meant ? 1 : 0) + (from === key ? 1 : 0)
        if (rank <= bestRank || !this.#known.has(meant)) continue
        best = { from, scope: meant }
        bestRank = rank
      }
    }
    if (best === undefined) return undefined
    const source = best.from === key ? 'what was needed so far' : best.from
    return { scope: best.scope, why: `this one is taken from ${source}` }
  }

  #asBefore(scope: string, entry: OperationEntry | undefined): Correction | undefined {
    const sets = entry === undefined ? [] : effective(entry)
    if (sets.length === 0 || this.unknownIn(sets).length > 0) return undefined
    return { sets, note: `\`${scope}\` is no scope; the older declaration is kept.` }
  }
}

/** The sets of scopes that hold for an operation, if it needs any. */
function effective(entry: Omit<OperationEntry, 'id'>): Sets {
  const source = sourceOfScopes(entry)
  return source === undefined ? [] : setsOf(entry[source] ?? [])
}

function inCommon(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((step, index) => step !== other[index])
  return at < 0 ? one.length : at
}
