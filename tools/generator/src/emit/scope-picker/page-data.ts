/** What the page works with. */
import type { House } from '../../house/house.js'
import { inclusions } from '../../model/inclusions.js'
import type { Model } from '../../model/model.js'
import type { Access, Operation } from '../../model/operation-model.js'
import type { ScopeModel } from '../../model/scope-model.js'

/** An operation with one of the sets of scopes that open it: each has a box of its own. */
export interface Way extends Pick<Operation, 'key' | 'id'> {
  readonly access: Access
}

/** The ways into an operation, as many as there are sets. */
export function waysOf({ key, id, access }: Operation): readonly Way[] {
  if (access.auth !== 'scoped') return [{ key, id, access }]
  return access.anyOf.map((set) => ({ key, id, access: { auth: 'scoped', anyOf: [set] } }))
}

/** What the script works with; the operations in the order of their boxes. */
export function dataOf({ scopes }: Model, ways: readonly Way[], { release, askingLine }: House): object {
  return {
    includes: Object.fromEntries(inclusions(scopes)),
    words: Object.fromEntries(wordsOf(scopes, release.scopes)),
    needs: ways.map(({ access }) => (access.auth === 'scoped' ? access.anyOf.flat() : access.auth)),
    line: askingLine,
  }
}

/** Each scope with its title, its sentence and its name in code. */
function wordsOf({ families, singles, wildcard }: ScopeModel, object: string): [string, string[]][] {
  const named = [
    ...families.flatMap(({ name: family, scopes }) =>
      scopes.map((scope) => ({ ...scope, code: `${object}.${family}.${scope.name}` })),
    ),
    ...singles.map((scope) => ({ ...scope, code: `${object}.${scope.name}` })),
    ...(wildcard ? [{ ...wildcard, text: wildcard.scope, code: `${object}.${wildcard.name}` }] : []),
  ]
  return named.map(({ text: scope, title, description, code }) => [scope, [title, description, code]])
}
