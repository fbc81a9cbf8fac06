import type { ScopesDocument } from '../documents.js'
import type { Path } from '../load/source.js'
import { listAliases } from '../model/read-aliases.js'
import { readScopes } from '../model/read-scopes.js'
import { chooseFrom } from '../report/nearest.js'

/** A scope's text and where the spec makes it one. */
export interface DeclaredScope {
  readonly text: string
  readonly path: Path
  readonly at: 'key' | 'value'
}

/** Every scope that the spec declares, the wildcard last. */
export function declaredScopes(document: ScopesDocument): readonly DeclaredScope[] {
  const { families, singles, wildcard } = readScopes(document)
  return [
    ...families.flatMap(({ id, scopes }) =>
      scopes.map(({ text }): DeclaredScope => ({ text, path: ['families', id], at: 'key' })),
    ),
    ...singles.map(({ text }): DeclaredScope => ({ text, path: ['scopes', text], at: 'key' })),
    ...(wildcard ? [{ text: wildcard.scope, path: ['wildcard', 'scope'], at: 'value' } as const] : []),
  ]
}

/** What to write in place of a scope that isn't one. */
export function insteadOf(scope: string, document: ScopesDocument): string {
  const meant = listAliases(document).find(({ alias }) => alias === scope)?.scope
  if (meant !== undefined && meant !== '') return `write "${meant}": this is an old spelling of it`
  return chooseFrom(
    scope,
    declaredScopes(document).map(({ text }) => text),
  )
}
