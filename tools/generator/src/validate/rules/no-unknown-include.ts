/** A scope that includes one which doesn't exist would cover less than its writer meant. */

import type { Path } from '../../load/source.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { KnownScopes } from '../names/declared-scopes.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnknownInclude: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const known = new KnownScopes(scopes)
  return included(scopes)
    .filter(({ scope }) => !known.has(scope))
    .map(
      ({ scope, path }): Complaint => ({
        part: 'scopes',
        path,
        at: 'value',
        lackedBy: 'scopes',
        ...known.diagnose(scope),
      }),
    )
}

function included({ families = {}, scopes = {} }: ScopesDocument): { scope: string; path: Path }[] {
  const lists: [readonly string[], Path][] = [
    ...Object.entries(families).flatMap(([id, { includes = {} }]) =>
      Object.entries(includes).map(([level, list]): [readonly string[], Path] => [
        list,
        ['families', id, 'includes', level],
      ]),
    ),
    ...Object.entries(scopes).map(([id, { includes = [] }]): [readonly string[], Path] => [
      includes,
      ['scopes', id, 'includes'],
    ]),
  ]
  return lists.flatMap(([list, path]) => list.map((scope, index) => ({ scope, path: [...path, index] })))
}
