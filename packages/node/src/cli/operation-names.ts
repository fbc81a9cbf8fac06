/** Operations as the command line takes and shows them. */
import { type Operation, operationOf, operations } from '@linode-login/core/operations'

/** By method and path, with parameters in braces or filled in; by id; by method and URL. */
export function findOperation(reference: string): Operation | undefined {
  const [, method = '', rest = ''] = /^([a-z]+)\s+(\S+)$/i.exec(reference.trim()) ?? []
  if (method === '') return operationOf(reference.trim())
  const call = `${method.toUpperCase()} ${rest}`
  if (!rest.startsWith('/')) return operationOf(call)
  // A path with its parameters filled in is found as that of a URL.
  return operationOf(call) ?? operationOf(`${method.toUpperCase()} https://api${rest}`)
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
