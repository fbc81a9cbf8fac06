/**
 * Which of a document's scopes are scopes. Its authors misspell some; the spec knows the right ones, and a
 * new family shows in more than one slip of the pen.
 */

import { groupBy } from '../../collections/group-by.js'
import { nearest } from '../../report/nearest.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { KnownScopes } from '../../validate/names/declared-scopes.js'
import type { ApiDocument, ApiOperation } from '../api-document.js'

/** What the spec should learn from a document, and what is a mistake of it. */
export interface Judgement {
  /** New families, each with those of the spec's levels that the document declares, lowest first. */
  readonly families: ReadonlyMap<string, readonly string[]>
  /** Families that have more levels than the spec says, each with the new ones. */
  readonly levels: ReadonlyMap<string, readonly string[]>
  /** Scopes that the document lists, like none that is known: what they are, a person must say. */
  readonly unlike: readonly string[]
  /** The scopes that are none. */
  readonly misspelt: readonly string[]
}

/**
 * Judges every scope that the document lists or asks for.
 *
 * @param unanswered - the operations that tell of a new family: of the others an answer of the server says what
 * they need. Left out, all of them.
 */
export function judgeScopes(
  document: ApiDocument,
  scopes: ScopesDocument,
  unanswered: readonly ApiOperation[] = document.operations,
): Judgement {
  const known = new KnownScopes(scopes)
  const telling = scopesOf({ ...document, operations: unanswered })
  const families = new Map<string, readonly string[]>()
  const levels = new Map<string, readonly string[]>()
  const others: string[] = []
  const unknown = new Set([...scopesOf(document)].filter((scope) => !known.has(scope)))
  for (const scope of unknown) {
    const parts = partsOf(scope, scopes)
    const declared = parts && declaredLevels(parts.family, unknown, scopes)
    if (parts === undefined || declared === undefined || isFolded(parts.family, scopes)) others.push(scope)
    else if (Object.hasOwn(scopes.families ?? {}, parts.family)) levels.set(parts.family, declared)
    else if (isReal(parts.family, telling, document, scopes)) families.set(parts.family, declared)
    else others.push(scope)
  }
  const isSlip = (scope: string): boolean => {
    const [family = '', level = ''] = scope.split(/:(?=[^:]*$)/)
    return (
      known.diagnose(scope).suggestion !== undefined ||
      (families.has(family) && nearest(level, Object.keys(scopes.levels ?? {})) !== undefined)
    )
  }
  const isUnlike = (scope: string): boolean => isListed(scope, document) && !isSlip(scope)
  const bySort = groupBy(others, (scope) => (isUnlike(scope) ? 'unlike' : 'misspelt'))
  return { families, levels, unlike: bySort.get('unlike') ?? [], misspelt: bySort.get('misspelt') ?? [] }
}

/** Every scope that a document names, those it lists first. */
export function scopesOf({ listed, operations }: ApiDocument): ReadonlySet<string> {
  const used = operations.flatMap(({ access }) => (access.auth === 'scoped' ? access.anyOf.flat() : []))
  return new Set([...listed.keys(), ...used])
}

/** The halves of a text that could be a scope of a family: one of the levels stands behind the colon. */
export function partsOf(
  scope: string,
  { levels = {} }: ScopesDocument,
): { readonly family: string; readonly level: string } | undefined {
  const colon = scope.lastIndexOf(':')
  const [family, level] = [scope.slice(0, colon), scope.slice(colon + 1)]
  return /^[a-z][a-z0-9_.-]*$/.test(family) && Object.hasOwn(levels, level) ? { family, level } : undefined
}

function declaredLevels(
  family: string,
  declared: ReadonlySet<string>,
  scopes: ScopesDocument,
): readonly string[] {
  return Object.keys(scopes.levels ?? {}).filter((level) => declared.has(`${family}:${level}`))
}

/** An old name is no new family, whatever of it is no longer read. */
function isFolded(family: string, { folded = {} }: ScopesDocument): boolean {
  return Object.hasOwn(folded, family)
}

/**
 * A slip is seldom made twice, and seldom listed: two levels or a listed one are none unless a family has a name
 * like it, and two levels of which one is listed are none even then.
 */
function isReal(
  family: string,
  telling: ReadonlySet<string>,
  document: ApiDocument,
  scopes: ScopesDocument,
): boolean {
  const levels = declaredLevels(family, telling, scopes)
  const several = levels.length > 1
  const listed = levels.some((level) => isListed(`${family}:${level}`, document))
  if (several && listed) return true
  return (several || listed) && nearest(family, Object.keys(scopes.families ?? {})) === undefined
}

/** Whether the document lists a scope among others. */
function isListed(scope: string, { listed, alone }: ApiDocument): boolean {
  return listed.has(scope) && !alone.has(scope)
}
