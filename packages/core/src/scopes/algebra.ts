import { ScopeError } from '../errors.js'
import type { ScopeHierarchy } from './hierarchy.js'

/** Scopes as a list, or as one text with separators. */
export type Scopes = string | readonly string[]

/**
 * What can be asked of scopes. Every answer is in canonical form: older spellings replaced, sorted, each once; what the
 * hierarchy doesn't know is kept and stands for itself. Nothing here throws, but for more than 64 KiB of scopes: a
 * `ScopeError` with the code `too_long`.
 */
export interface ScopeAlgebra {
  /** The scopes of a text. */
  parse(text: string): string[]
  /** Scopes as one text, as the provider reads it. */
  serialize(scopes: Scopes): string
  /** Whether the granted scopes include every needed one. */
  covers(granted: Scopes, needed: Scopes): boolean
  /** The needed scopes that the granted ones don't include. */
  missing(granted: Scopes, needed: Scopes): string[]
  /** The fewest scopes that include the same: without those that another one includes. */
  minimize(scopes: Scopes): string[]
}

const MAX_LENGTH = 64 * 1024

/** The algebra of one provider's scopes. Nothing is built until it is first asked; then each answer takes linear time. */
export function createScopeAlgebra(hierarchy: ScopeHierarchy): ScopeAlgebra {
  const { wildcard } = hierarchy
  let built: Index | undefined

  function index(): Index {
    built ??= indexOf(hierarchy)
    return built
  }

  function read(scopes: Scopes): string[] {
    const text = typeof scopes === 'string' ? scopes : scopes.join(hierarchy.separators.write)
    if (text.length > MAX_LENGTH) throw tooLong()
    const { aliases, separator } = index()
    // Only ASCII, so that no foreign letter becomes one of ours.
    const words = (
      hierarchy.ignoreCase ? text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase()) : text
    ).split(separator)
    const found = new Set(words.map((word) => aliases.get(word) ?? word))
    found.delete('')
    return [...found].sort()
  }

  /** Adds to `reached` all that the scopes include, themselves too. */
  function reach(scopes: Iterable<string>, reached: Set<string> = new Set()): Set<string> {
    const { includes } = index()
    const open = [...scopes]
    for (let scope = open.pop(); scope !== undefined; scope = open.pop()) {
      if (reached.has(scope)) continue
      reached.add(scope)
      for (const included of includes.get(scope) ?? []) open.push(included)
    }
    return reached
  }

  function lacking(granted: readonly string[], needed: readonly string[]): string[] {
    const reached = reach(granted)
    if (wildcard !== undefined && reached.has(wildcard)) return []
    return needed.filter((scope) => !reached.has(scope))
  }

  function smallest(scopes: readonly string[]): string[] {
    if (wildcard !== undefined && scopes.includes(wildcard)) return [wildcard]
    const { includes } = index()
    const below = reach(scopes.flatMap((scope) => includes.get(scope) ?? []))
    const top = scopes.filter((scope) => !below.has(scope))
    // Of scopes that include each other none is on top: the first of them stands for all.
    const reached = reach(top)
    for (const scope of scopes) {
      if (reached.has(scope)) continue
      top.push(scope)
      reach([scope], reached)
    }
    return top.sort()
  }

  return {
    parse: read,
    serialize: (scopes) => read(scopes).join(hierarchy.separators.write),
    covers: (granted, needed) => lacking(read(granted), read(needed)).length === 0,
    missing: (granted, needed) => lacking(read(granted), read(needed)),
    minimize: (scopes) => smallest(read(scopes)),
  }
}

function tooLong(): ScopeError {
  const message = `scopes: expected at most ${MAX_LENGTH} characters`
  return new ScopeError({ code: 'too_long', operation: 'read-scopes', message })
}

interface Index {
  readonly includes: ReadonlyMap<string, readonly string[]>
  readonly aliases: ReadonlyMap<string, string>
  readonly separator: RegExp
}

/** The hierarchy's records as maps, in which `constructor` or `__proto__` is a word like any other. */
function indexOf(hierarchy: ScopeHierarchy): Index {
  const characters = Array.from(
    hierarchy.separators.read,
    (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`,
  )
  return {
    includes: new Map(Object.entries(hierarchy.includes)),
    aliases: new Map(Object.entries(hierarchy.aliases)),
    separator: new RegExp(`[${characters.join('')}]`, 'u'),
  }
}
