import type { OperationEntry, OperationsDocument, ScopesNeeded } from '../spec/operations-document.js'
import type { Access, Operation } from './operation-model.js'

/**
 * The API's operations, each with the access that holds and the one that the provider's document declares.
 */
export function readOperations({ operations }: OperationsDocument): readonly Operation[] {
  return Object.entries(operations).map(([key, entry]) => readOperation(key, entry))
}

function readOperation(key: string, entry: OperationEntry): Operation {
  const [method = '', path = ''] = key.split(' ')
  const { id, since, note } = entry
  const access = whatHolds(entry)
  const accepted = access.auth === 'scoped' ? access.anyOf : whatIsToldNevertheless(entry)
  return { key, method, path, id, access, accepted, declared: whatIsDeclared(entry), since, note }
}

/** What the server's answer says where no scope is needed. */
const NO_SCOPE = '*'

/** Who may call: what was recorded wins over what was corrected, and that over what is declared. */
export function whatHolds(entry: OperationEntry): Access {
  const { auth } = entry
  if (auth === 'pat') return { auth }
  if (entry.recorded === NO_SCOPE) return { auth: auth === 'none' ? 'none' : 'any_token' }
  const source = sourceOfScopes(entry)
  if (source !== undefined) return { auth: 'scoped', anyOf: setsOf(entry[source] ?? []) }
  return { auth: auth ?? 'any_token' }
}

function whatIsToldNevertheless({ auth, recorded }: OperationEntry): readonly (readonly string[])[] {
  return auth === 'pat' && recorded !== undefined && recorded !== NO_SCOPE ? setsOf(recorded) : []
}

function whatIsDeclared({ auth, declared }: OperationEntry): Access {
  return declared === undefined ? { auth: auth ?? 'any_token' } : { auth: 'scoped', anyOf: setsOf(declared) }
}

/** The key under which the scopes stand that hold, if the operation needs any: the server's answer wins. */
export function sourceOfScopes(
  entry: Omit<OperationEntry, 'id'>,
): 'recorded' | 'corrected' | 'declared' | undefined {
  if (entry.auth === 'pat' || entry.recorded === NO_SCOPE) return undefined
  if (entry.recorded !== undefined) return 'recorded'
  if (entry.corrected !== undefined) return 'corrected'
  return entry.declared === undefined ? undefined : 'declared'
}

/** Written out: any one of these sets suffices. */
export function setsOf(needed: ScopesNeeded): readonly (readonly string[])[] {
  if (typeof needed === 'string') return [[needed]]
  const alternatives: (readonly string[])[] = []
  const together: string[] = []
  for (const item of needed) {
    if (typeof item === 'string') together.push(item)
    else alternatives.push(item)
  }
  return together.length > 0 ? [together, ...alternatives] : alternatives
}
