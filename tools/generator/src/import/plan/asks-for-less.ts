/**
 * Whether a document asks less of callers than the spec does. Where that is a slip, apps would ask users for too
 * little and be refused, so it is never taken without a person.
 */
import { compareDemands, type PicturedScopes } from '../../diff/compare/coverage.js'
import type { Needs } from '../../diff/picture/picture.js'
import type { Access } from '../../model/operation-model.js'

/** Beside personal tokens alone only no token is less: scopes and any token are another kind of call. */
export function asksForLess(now: Access, before: Access, scopes: PicturedScopes): boolean {
  const [needed, needs] = [needsOf(before), needsOf(now)]
  if (needs === 'pat') return false
  if (needed === 'pat') return needs === 'none'
  const { more, less } = compareDemands(needed, needs, scopes)
  return less && !more
}

function needsOf(access: Access): Needs {
  return access.auth === 'scoped' ? access.anyOf : access.auth
}
