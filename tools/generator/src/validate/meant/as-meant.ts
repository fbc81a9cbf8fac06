/**
 * The entries that rules would rename, under the names that were meant too: examples call them so, and of these nothing
 * is wrong.
 */
import type { Table } from '../../collections/table.js'
import type { Documents } from '../../spec/documents.js'
import type { EndpointsDocument } from '../../spec/endpoints-document.js'
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { Complaint } from '../rule.js'

export function asMeant<D extends Partial<Documents>>(documents: D, complaints: readonly Complaint[]): D {
  const { endpoints, operations } = documents
  const renamed = complaints.filter(({ at, suggestion }) => at === 'key' && suggestion !== undefined)
  if (renamed.length === 0) return documents
  return {
    ...documents,
    ...(endpoints && { endpoints: endpointsAsMeant(endpoints, renamed) }),
    ...(operations && { operations: operationsAsMeant(operations, renamed) }),
  }
}

function endpointsAsMeant(document: EndpointsDocument, renamed: readonly Complaint[]): EndpointsDocument {
  const messages = Object.entries(document.messages).map(([id, message]) => {
    const fields = withMeant(message.fields, renamed, 'endpoints', 'messages', id, 'fields')
    return [id, { ...message, fields }] as const
  })
  return {
    ...document,
    endpoints: withMeant(document.endpoints, renamed, 'endpoints', 'endpoints'),
    messages: Object.fromEntries(messages),
  }
}

function operationsAsMeant(document: OperationsDocument, renamed: readonly Complaint[]): OperationsDocument {
  return { ...document, operations: withMeant(document.operations, renamed, 'operations', 'operations') }
}

function withMeant<T>(
  table: Table<T>,
  renamed: readonly Complaint[],
  part: Complaint['part'],
  ...section: readonly string[]
): Table<T> {
  const meant = renamed.flatMap(({ part: of, path, suggestion = '' }) => {
    const isHere =
      of === part && path.length === section.length + 1 && section.every((key, index) => key === path[index])
    const entry = isHere ? table[String(path.at(-1))] : undefined
    return entry === undefined ? [] : [[suggestion, entry] as const]
  })
  return { ...Object.fromEntries(meant), ...table }
}
