// The file of the operations of the API and the scopes that each needs, once its JSON Schema has accepted it.
import type { Table } from '../collections/table.js'

export interface OperationsDocument {
  readonly version?: string
  readonly operations: Table<OperationEntry>
}

/** One scope, several that are all needed, or several such sets of which any one suffices. */
export type ScopesNeeded = string | readonly string[] | readonly (readonly string[])[]

export interface OperationEntry {
  readonly id: string
  readonly auth?: 'any_token' | 'none' | 'pat'
  readonly declared?: ScopesNeeded
  readonly misspelt?: true
  readonly recorded?: ScopesNeeded
  readonly corrected?: ScopesNeeded
  readonly guessed?: true | 'note'
  readonly since?: string
  readonly note?: string
}
