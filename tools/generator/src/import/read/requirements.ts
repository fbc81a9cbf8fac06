/**
 * The requirements in a `security`, as they are written. One slip, and all of it is taken for unreadable:
 * half of it may ask for less.
 */
import type { Path } from '../../load/source.js'
import { namesScopes, scopesOf } from './scopes-in-text.js'
import { isRecord } from './spot.js'

/** The scopes that are named for each scheme; all schemes are needed together. */
export type Requirement = ReadonlyMap<string, readonly string[]>

/** What can't be read, and the keys that lead to it. */
export interface Slip {
  readonly path: Path
  readonly wrong: string
}

/** Reads requirements of which any one will do. */
export function readRequirements(security: unknown): readonly Requirement[] | Slip {
  if (!Array.isArray(security)) return { path: [], wrong: '"security" is no list' }
  const requirements: Requirement[] = []
  for (const [index, item] of security.entries()) {
    const read = isRecord(item)
      ? readRequirement(item)
      : { path: [], wrong: 'this requirement is no mapping' }
    if ('wrong' in read) return { ...read, path: [index, ...read.path] }
    requirements.push(read)
  }
  return requirements
}

function readRequirement(requirement: Readonly<Record<string, unknown>>): Requirement | Slip {
  const scopes = new Map<string, readonly string[]>()
  for (const [scheme, named] of Object.entries(requirement)) {
    if (!Array.isArray(named)) return { path: [scheme], wrong: `"${scheme}" has no list of scopes` }
    const bad = named.findIndex((text) => !namesScopes(text))
    if (bad >= 0) return { path: [scheme, bad], wrong: 'this can be no scope' }
    scopes.set(scheme, named.flatMap(scopesOf))
  }
  return scopes
}
