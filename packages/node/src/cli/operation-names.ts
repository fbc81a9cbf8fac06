/** Operations as the command line takes and shows them. */
import { type Operation, operationOf, operations } from '@linode-login/core/operations'

/** As core finds it; here a method may be in small letters, too, and any space may follow it. */
export function findOperation(reference: string): Operation | undefined {
  const [, method = '', rest = ''] = /^([a-z]+)\s+(\S+)$/i.exec(reference.trim()) ?? []
  return operationOf(method === '' ? reference.trim() : `${method.toUpperCase()} ${rest}`)
}

/** What it needs, in words. */
export function needsInWords(operation: Operation): string {
  const needs = operations().get(operation)?.needs
  switch (needs) {
    case 'none':
      return 'no token'
    case 'any_token':
      return 'any token'
    case 'pat':
      return 'a personal access token only'
    default:
      return (needs ?? []).map((set) => set.join(' and ')).join(', or ')
  }
}
