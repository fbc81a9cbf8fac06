/** What a call needs, between the spec's words and the document's. */

import { needsInWords } from '../../model/needs-in-words.js'
import { setsOf } from '../../model/read-operations.js'
import type { OperationEntry, ScopesNeeded } from '../../spec/operations-document.js'
import type { DeclaredAccess } from '../api-document.js'

/** What an entry says that the document declares. */
export function declaredBy({ auth, declared }: Pick<OperationEntry, 'auth' | 'declared'>): DeclaredAccess {
  if (declared !== undefined) return { auth: 'scoped', anyOf: setsOf(declared) }
  return { auth: auth ?? 'unsaid' }
}

/** Whether two mean the same; the order of scopes means nothing. */
export function isSame(one: DeclaredAccess, other: DeclaredAccess): boolean {
  return fingerprint(one) === fingerprint(other)
}

function fingerprint(access: DeclaredAccess): string {
  if (access.auth !== 'scoped') return access.auth
  return access.anyOf
    .map((set) => [...new Set(set)].sort().join(' '))
    .sort()
    .join(' | ')
}

/** Sets of scopes in the shortest form that the spec knows. */
export function neededOf(sets: readonly (readonly string[])[]): ScopesNeeded {
  const [first = []] = sets
  if (sets.length > 1) return sets
  const [scope] = first
  return first.length === 1 && scope !== undefined ? scope : first
}

/** In words. */
export function inWords(access: DeclaredAccess): string {
  switch (access.auth) {
    case 'unsaid':
      return 'nothing'
    case 'some_token':
      return 'a token of some kind'
    case 'unreadable':
      return access.why
    default:
      return needsInWords(access)
  }
}
