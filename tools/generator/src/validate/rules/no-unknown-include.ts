/** A scope that includes one which doesn't exist would cover less than its writer meant. */
import { KnownScopes } from '../names/declared-scopes.js'
import { scopesIncluded } from '../names/references-in.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnknownInclude: Rule = ({ scopes, operations }) => {
  if (scopes === undefined) return []
  const known = new KnownScopes(scopes, operations)
  return scopesIncluded(scopes)
    .filter(({ scope }) => !known.has(scope))
    .map(
      ({ scope, path }): Complaint => ({
        part: 'scopes',
        path,
        at: 'value',
        lackedBy: ['scopes'],
        ...known.diagnose(scope),
      }),
    )
}
