/**
 * Beside a record or a correction a declaration may hold what is no scope, since the provider's
 * document misspells some. A maintainer's own slip would look the same and go unseen, so the
 * entry is to say whose it is.
 */

import type { OperationEntry } from '../../spec/operations-document.js'
import { KnownScopes } from '../names/declared-scopes.js'
import { scopesNeeded } from '../names/scopes-needed.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnexplainedDeclaration: Rule = ({ scopes, operations }) => {
  if (scopes === undefined || operations === undefined) return []
  const known = new KnownScopes(scopes, operations)
  return Object.entries(operations.operations)
    .filter(([, entry]) => isUnexplained(entry))
    .flatMap(([key, { declared = [], recorded = [] }]) => {
      const inRecord = new Set(scopesNeeded(recorded, []).map(({ scope }) => scope))
      const named = scopesNeeded(declared, ['operations', key, 'declared'])
      // What the record says too is a fault of the record, which tells this place as well.
      return named.filter(({ scope }) => !inRecord.has(scope) && !known.has(scope))
    })
    .map(({ scope, path }): Complaint => {
      const { fix, ...words } = known.diagnose(scope)
      return {
        part: 'operations',
        path,
        at: 'value',
        lackedBy: ['scopes'],
        ...words,
        fix: known.readAs(scope) === undefined ? `${fix} ${KEEP}` : fix,
      }
    })
}

const KEEP = '(If the document misspells it, keep it and put "misspelt: true" beside it)'

/** Where nothing stands beside it, the declaration is what holds, and another rule's business. */
function isUnexplained({ recorded, misspelt }: OperationEntry): boolean {
  return recorded !== undefined && misspelt === undefined
}
