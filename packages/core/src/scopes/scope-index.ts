/**
 * A hierarchy made ready for questions: maps instead of records, and one way to read
 * and to follow its scopes.
 */
import { checked } from '../arguments/arguments.js'
import type { LoginOperation } from '../errors/error-codes.js'
import { ConfigurationError, ScopeError } from '../errors/errors.js'
import { cleanText } from '../errors/redact.js'
import type { ScopeHierarchy } from '../provider/hierarchy.js'
import type { Check } from '../wire/checks.js'

/** Scopes as a list, or as one text with separators. */
export type Scopes<Scope extends string = string> = Scope | readonly Scope[]

/** The most characters of scopes that are read. */
const MAX_LENGTH: number = 64 * 1024

/** Whether a value can be scopes; what a list holds is looked at when it is read. */
export const scopesCheck: Check<Scopes> = {
  expected: 'a scope or a list of scopes (of a family: .readOnly, .readWrite or .all)',
  read: (value) => (typeof value === 'string' || Array.isArray(value) ? value : undefined),
}

/**
 * The error of what is no scope.
 *
 * @param argument - the argument in which it came.
 */
export function noScope(scope: unknown, operation: LoginOperation, argument: string = 'scopes'): ScopeError {
  return new ScopeError({
    code: 'malformed',
    operation,
    message: `${argument}: expected one scope each, not ${whatCame(scope)}`,
  })
}

/**
 * The commonest mistakes by what mends them: `undefined`, for one, is what a misspelt
 * constant is to JavaScript.
 */
function whatCame(scope: unknown): string {
  if (typeof scope === 'string') {
    return `"${cleanText(scope)}"${/\S[\s,]+\S/.test(scope) ? ': write several as a list' : ''}`
  }
  if (Array.isArray(scope)) return 'a list: spread it, as in require(...scopes)'
  if (typeof scope === 'object' && scope !== null && 'all' in scope) {
    return 'a whole family: write .readOnly, .readWrite or .all after its name'
  }
  return `${typeof scope}: does OAuthScopes have that name?`
}

/**
 * Looks at no more scopes than may be read, and keeps nothing.
 *
 * @param argument - what the caller's signature calls them.
 * @throws ConfigurationError for what is neither a text nor a list; ScopeError for a list that holds anything
 * but texts, and for what is too long as a whole.
 */
export function refuseUnreadable(scopes: Scopes, argument: string = 'scopes'): void {
  checked(argument, scopes, scopesCheck)
  let length = typeof scopes === 'string' ? scopes.length : scopes.length - 1
  if (typeof scopes !== 'string') {
    for (let at = 0; length <= MAX_LENGTH && at < scopes.length; at += 1) {
      const scope: unknown = scopes[at]
      if (typeof scope !== 'string') throw noScope(scope, 'read-scopes', argument)
      length += scope.length
    }
  }
  if (length <= MAX_LENGTH) return
  const message = `${argument}: expected at most ${MAX_LENGTH} characters`
  throw new ScopeError({ code: 'too_long', operation: 'read-scopes', message })
}

/** Scopes that are handed in one by one would be taken for granted. */
export function refuseMore(more: readonly unknown[]): void {
  if (more.length > 0) throw new ConfigurationError('needed', 'one scope, or one list of several')
}

/** What the algebra asks of a hierarchy. */
export interface ScopeIndex {
  /** The scope that covers every other, if there is one. */
  readonly wildcard: string | undefined
  /** Every scope that the hierarchy knows by its own name, but for the wildcard. */
  readonly known: ReadonlyMap<string, readonly string[]>
  /** The place of each of them, and of the wildcard, in a list of answers. */
  readonly numbers: ReadonlyMap<string, number>
  /** Scopes in canonical form; `argument` is what the caller's signature calls them. */
  read(scopes: Scopes, argument?: string): string[]
  /** The same as one text, as the provider reads it. */
  write(scopes: Scopes): string
  /** The scopes that one includes directly; none for what isn't known. */
  included(scope: string): readonly string[]
  /**
   * All that the scopes include, themselves too. Under the wildcard that is not all: see `ScopeHierarchy`.
   */
  reach(scopes: Iterable<string>, reached?: Set<string>): Set<string>
}

/** A hierarchy's index, which isn't built until it is first asked for. */
export function lazyIndex(hierarchy: ScopeHierarchy): () => ScopeIndex {
  let built: ScopeIndex | undefined
  return () => {
    built ??= indexScopes(hierarchy)
    return built
  }
}

/** In the maps made here `constructor` or `__proto__` is a word like any other. */
function indexScopes({ aliases, includes, wildcard, separators, ignoreCase }: ScopeHierarchy): ScopeIndex {
  const known = new Map(Object.entries(includes))
  const named = new Set(wildcard === undefined ? known.keys() : [...known.keys(), wildcard])
  const numbers = new Map(Array.from(named, (scope, number) => [scope, number]))
  const meant = new Map(Object.entries(aliases))
  const separator = new RegExp(`[${Array.from(separators.read, escaped).join('')}]`, 'u')

  const included = (scope: string): readonly string[] => known.get(scope) ?? []

  function read(scopes: Scopes, argument?: string): string[] {
    refuseUnreadable(scopes, argument)
    const text = typeof scopes === 'string' ? scopes : scopes.join(separators.write)
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

  const write = (scopes: Scopes): string => read(scopes).join(separators.write)
  return { wildcard, known, numbers, read, write, included, reach }
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}
