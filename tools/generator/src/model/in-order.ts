/**
 * The order of what is made. The keys of a mapping have none in YAML, so a tool may write them anew in
 * any; the outputs stand in an order of their own. Only three mappings mean something by their order and
 * keep it: levels (lowest first), the parameters of a request (sent in that order) and the fields of a
 * message (told in that order).
 */
import { oncePer } from '../reuse/once-per.js'
import type { Documents } from '../spec/documents.js'
import type { EndpointsDocument } from '../spec/endpoints-document.js'
import type { OperationsDocument } from '../spec/operations-document.js'
import type { ScopesDocument } from '../spec/scopes-document.js'

/** The documents with their entries in the order of the outputs. */
export function inOrder({ endpoints, scopes, operations }: Documents): Documents {
  return {
    endpoints: endpointsInOrder(endpoints),
    scopes: scopesInOrder(scopes),
    operations: operationsInOrder(operations),
  }
}

const endpointsInOrder = oncePer((document: EndpointsDocument): EndpointsDocument => {
  const { endpoints, messages, errors, credentials, lifetimes, api } = document
  return {
    ...document,
    endpoints: byName(endpoints),
    messages: byName(messages),
    errors: byName(errors),
    credentials: byName(credentials),
    lifetimes: byName(lifetimes),
    api: { ...api, ...(api.refusal && { refusal: allByName(api.refusal) }), errors: byName(api.errors) },
  }
})

const scopesInOrder = oncePer((document: ScopesDocument): ScopesDocument => {
  const { families, folded, scopes } = document
  return {
    ...document,
    ...(families && { families: byName(families) }),
    ...(folded && { folded: byName(folded) }),
    ...(scopes && { scopes: byName(scopes) }),
  }
})

const operationsInOrder = oncePer((document: OperationsDocument): OperationsDocument => {
  return { ...document, operations: sorted(document.operations, placeOf) }
})

/** Operations of one path stand together, what only reads before what changes. */
function placeOf(operation: string): string {
  const [method = '', path = ''] = operation.split(' ', 2)
  return `${path} ${['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].indexOf(method)}`
}

function byName<T extends object>(table: T): T {
  return sorted(table, (name) => name)
}

/** The same at every depth. */
function allByName<T extends object>(table: T): T {
  return JSON.parse(JSON.stringify(table), (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? byName(part) : part,
  )
}

/** The keys are laid down in their order first, and then get their values. */
function sorted<T extends object>(table: T, placeOf: (key: string) => string): T {
  const places = Object.keys(table).map((key) => ({ key, place: placeOf(key) }))
  places.sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
  return Object.assign(Object.fromEntries(places.map(({ key }) => [key, undefined])), table)
}
