// The files of the spec as TypeScript sees them once their JSON Schema has accepted them. What each key means
// stands in the schema's descriptions, which an editor shows.
import type { EndpointsDocument } from './endpoints-document.js'
import type { OperationsDocument } from './operations-document.js'
import type { ScopesDocument } from './scopes-document.js'

/** The files of the spec. */
export interface Documents {
  readonly endpoints: EndpointsDocument
  readonly scopes: ScopesDocument
  readonly operations: OperationsDocument
}

/** The name of one of the files. */
export type Part = keyof Documents

/** Every part, in the order of reading. */
export const parts: readonly Part[] = ['endpoints', 'scopes', 'operations']

/** A value for each file. */
export type PerPart<T> = Readonly<Record<Part, T>>
