/**
 * What is dropped is gone: a scope that is named so and stands all the same was dropped
 * by mistake, or not at all.
 */
import { KnownScopes } from '../names/declared-scopes.js'
import type { Complaint, Rule } from '../rule.js'

export const noDroppedScopeThatStands: Rule = ({ scopes }) => {
  if (scopes === undefined) return []
  const known = new KnownScopes(scopes)
  return (scopes.dropped ?? []).flatMap((scope, index): Complaint[] =>
    known.has(scope)
      ? [
          {
            part: 'scopes',
            path: ['dropped', index],
            at: 'value',
            wrong: `"${scope}" is dropped, and yet the spec declares it`,
            expected: 'a scope that the spec declares no more',
            fix: 'take it out here, or there',
          },
        ]
      : [],
  )
}
