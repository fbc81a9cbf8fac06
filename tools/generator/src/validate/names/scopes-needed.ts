/** The scopes that an operation names, one by one. */
import type { Path } from '../../load/source.js'
import type { ScopesNeeded } from '../../spec/operations-document.js'

/** A scope that an operation names, and where. */
export interface NamedScope {
  readonly scope: string
  readonly path: Path
}

/** Every scope of what is needed, however deep it stands in lists. */
export function scopesNeeded(needed: ScopesNeeded | string, path: Path): readonly NamedScope[] {
  if (typeof needed === 'string') return [{ scope: needed, path }]
  return needed.flatMap((item, index) => scopesNeeded(item, [...path, index]))
}
