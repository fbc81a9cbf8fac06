/**
 * A retired scope is no longer offered, so an operation that only retired scopes open is one that no new
 * login reaches. Either the scope lives on or the operation needs another.
 */

import { setsOf, sourceOfScopes } from '../../model/read-operations.js'
import { readScopes } from '../../model/read-scopes.js'
import { allScopes } from '../../model/scope-model.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnreachableOperation: Rule = ({ scopes, operations }) => {
  if (scopes === undefined || operations === undefined) return []
  const retired = retiredScopes(scopes)
  return Object.entries(operations.operations).flatMap(([key, entry]): Complaint[] => {
    const source = sourceOfScopes(entry)
    const sets = setsOf((source && entry[source]) ?? [])
    const gone = sets.map((set) => set.find((scope) => retired.has(scope)))
    const [scope] = gone
    if (source === undefined || scope === undefined || gone.includes(undefined)) return []
    const section = retired.get(scope) ?? []
    return [
      {
        part: 'operations',
        path: ['operations', key, source],
        at: 'value',
        wrong: `no new login reaches this operation: "${scope}" is retired`,
        expected: 'a scope that an app can still ask for',
        fix: 'write the scope that opens it today, or take "retired" out',
        also: [{ part: 'scopes', path: [...section, 'retired'], at: 'key', says: 'it is retired here' }],
      },
    ]
  })
}

/** Each retired scope, with the path of what is retired. */
function retiredScopes(document: ScopesDocument): ReadonlyMap<string, readonly string[]> {
  const model = readScopes(document)
  const families = model.families.flatMap(({ id, scopes }) => scopes.map(({ text }) => [text, id] as const))
  const familyOf = new Map(families)
  return new Map(
    allScopes(model)
      .filter((scope) => scope.retired !== undefined)
      .map(({ text }) => {
        const family = familyOf.get(text)
        return [text, family === undefined ? ['scopes', text] : ['families', family]]
      }),
  )
}
