/**
 * An API document in the words of today. A scope that was renamed, here or by the provider, is neither misspelt nor
 * gone where the document has its old text: that is read as it is in a token.
 */
import { readAliases } from '../model/read-aliases.js'
import type { ScopesDocument } from '../spec/scopes-document.js'
import type { ApiDocument, DeclaredAccess } from './api-document.js'

/** Each old text that stands for a scope becomes that scope. */
export function inWordsOfToday(document: ApiDocument, scopes: ScopesDocument): ApiDocument {
  const meaning = new Map(readAliases(scopes))
  const today = (scope: string) => meaning.get(scope) || scope
  return {
    ...document,
    listed: new Map([...document.listed].map(([scope, says]) => [today(scope), says])),
    operations: document.operations.map((operation) => ({
      ...operation,
      access: withScopes(operation.access, today),
    })),
  }
}

/** Sets, and scopes of a set, that come to the same are one. */
function withScopes(access: DeclaredAccess, named: (scope: string) => string): DeclaredAccess {
  if (access.auth !== 'scoped') return access
  const sets = access.anyOf.map((set) => [...new Set(set.map(named))])
  return { auth: 'scoped', anyOf: [...new Map(sets.map((set) => [set.toSorted().join(' '), set])).values()] }
}
