/** Scopes, as far as the authority has to know of them. */
import { createScopeAlgebra, type ScopeHierarchy } from '@linode-login/core/scopes'
import { meant } from '../options/wording.js'
import { Refusal } from './refusal.js'

/** What the authority has to know of scopes. */
export interface ScopeReader {
  /** The scopes of a request, canonical; none if it names none. Refuses one that doesn't exist. */
  read(text: string | undefined): readonly string[]
  /** Whether a scope has this name. */
  exists(scope: string): boolean
  /** Scopes as one text. A list is written once: each refresh of a grant tells the same. */
  write(scopes: readonly string[]): string
  /** Whether all that are needed are among those granted, or included in them. */
  covers(granted: readonly string[], needed: readonly string[]): boolean
}

/**
 * Reads scopes by a provider's hierarchy.
 *
 * @param separator - what it writes between two scopes; left out, what the hierarchy says
 */
export function createScopeReader(
  hierarchy: ScopeHierarchy,
  separator: string = hierarchy.separators.write,
): ScopeReader {
  const algebra = createScopeAlgebra({
    ...hierarchy,
    separators: { ...hierarchy.separators, write: separator },
  })
  const written = new WeakMap<readonly string[], string>()
  const known = Object.keys(hierarchy.includes)
  const exists = (scope: string): boolean =>
    scope === hierarchy.wildcard || Object.hasOwn(hierarchy.includes, scope)
  return {
    read: (text) => {
      const scopes = text === undefined ? [] : algebra.parse(text)
      const unknown = scopes.filter((scope) => !exists(scope))
      if (unknown.length > 0) throw new Refusal('invalid_scope', `no such scope: ${listed(unknown, known)}`)
      return scopes
    },
    exists,
    write: (scopes) => {
      const text = written.get(scopes) ?? algebra.serialize(scopes)
      written.set(scopes, text)
      return text
    },
    covers: (granted, needed) => algebra.covers(granted, needed),
  }
}

const MOST_SHOWN = 200
/** So many are compared with those that there are. */
const MOST_COMPARED = 3

function listed(unknown: readonly string[], known: readonly string[]): string {
  const text = unknown
    .map((scope, at) => (at < MOST_COMPARED ? scope + meant(scope, known) : scope))
    .join(', ')
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}…`
}
