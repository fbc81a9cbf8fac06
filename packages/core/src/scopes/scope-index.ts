/** A hierarchy made ready for questions: maps instead of records, and one way to read and to follow its scopes. */
import { ScopeError } from '../errors.js'
import type { ScopeHierarchy } from './hierarchy.js'

/** Scopes as a list, or as one text with separators. */
export type Scopes = string | readonly string[]

/** The most characters of scopes that are read. */
export const MAX_LENGTH: number = 64 * 1024

/** What the algebra asks of a hierarchy. */
export interface ScopeIndex {
  /** Every scope that the hierarchy knows by its own name, but for the wildcard. */
  readonly known: ReadonlyMap<string, readonly string[]>
  /** Scopes in canonical form. */
  read(scopes: Scopes): string[]
  /** The scopes that one includes directly; none for what isn't known. */
  included(scope: string): readonly string[]
  /** All that the scopes include, themselves too. Under the wildcard that is not all: see `ScopeHierarchy`. */
  reach(scopes: Iterable<string>, reached?: Set<string>): Set<string>
}

/** In the maps made here `constructor` or `__proto__` is a word like any other. */
export function indexScopes({ aliases, includes, separators, ignoreCase }: ScopeHierarchy): ScopeIndex {
  const known = new Map(Object.entries(includes))
  const meant = new Map(Object.entries(aliases))
  const separator = new RegExp(`[${Array.from(separators.read, escaped).join('')}]`, 'u')

  const included = (scope: string): readonly string[] => known.get(scope) ?? []

  function read(scopes: Scopes): string[] {
    const text = typeof scopes === 'string' ? scopes : scopes.join(separators.write)
    if (text.length > MAX_LENGTH) throw tooLong()
    // Only ASCII, so that no foreign letter becomes one of ours.
    const words = ignoreCase ? text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase()) : text
    const found = new Set(words.split(separator).map((word) => meant.get(word) ?? word))
    found.delete('')
    return [...found].sort()
  }

  function reach(scopes: Iterable<string>, reached: Set<string> = new Set()): Set<string> {
    const open = [...scopes]
    for (let scope = open.pop(); scope !== undefined; scope = open.pop()) {
      if (reached.has(scope)) continue
      reached.add(scope)
      open.push(...included(scope))
    }
    return reached
  }

  return { known, read, included, reach }
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}

function tooLong(): ScopeError {
  const message = `scopes: expected at most ${MAX_LENGTH} characters`
  return new ScopeError({ code: 'too_long', operation: 'read-scopes', message })
}
