/**
 * The scopes that hold for an operation must be ones that can be granted: otherwise no login would ever
 * suffice. What is only declared may be misspelt, as the provider's document is, as long as a record or a
 * correction stands beside it.
 */

import type { Path } from '../../load/source.js'
import type { OperationsDocument } from '../../spec/operations-document.js'
import { KnownScopes } from '../names/declared-scopes.js'
import { scopesThatHold } from '../names/references-in.js'
import { scopesNeeded } from '../names/scopes-needed.js'
import type { Complaint, Rule } from '../rule.js'

export const noUnknownScopeInOperation: Rule = ({ scopes, operations }) => {
  if (scopes === undefined || operations === undefined) return []
  const known = new KnownScopes(scopes, operations)
  return scopesThatHold(operations)
    .filter(({ scope }) => !known.has(scope))
    .map(({ scope, path }): Complaint => {
      const { fix, ...words } = known.diagnose(scope)
      const keep = path[2] === 'declared' && known.readAs(scope) === undefined ? ` ${KEEP}` : ''
      return {
        part: 'operations',
        path,
        at: 'value',
        lackedBy: ['scopes'],
        ...words,
        fix: `${fix}${keep}`,
        also: alsoDeclared(operations, scope, path),
      }
    })
}

/** A record was perhaps copied from the declaration, or the other way round: one slip is one fault. */
function alsoDeclared({ operations }: OperationsDocument, scope: string, path: Path): Complaint['also'] {
  const [, key = '', source] = path.map(String)
  if (source !== 'recorded') return []
  return scopesNeeded(operations[key]?.declared ?? [], ['operations', key, 'declared'])
    .filter((named) => named.scope === scope)
    .map((named) => ({
      part: 'operations',
      path: named.path,
      at: 'value',
      says: 'the same is declared here',
    }))
}

const KEEP = '(If the document misspells it, keep it and put "corrected" beside it)'
