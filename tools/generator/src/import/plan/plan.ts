// What an import would do: edits of the two files, what to tell, and what a person must decide.

import type { OperationEntry } from '../../spec/operations-document.js'
import type { FamilyEntry, RetiredEntry } from '../../spec/scopes-document.js'

/** What an import needs to know besides the document. */
export interface Wishes {
  /** The version or month that new operations are first seen in. */
  readonly since: string
  /** Whether operations that the document does not hold are removed. */
  readonly remove: boolean
  /** Scopes about which a person is asked: nothing is made of what asks for them. */
  readonly unlike: ReadonlySet<string>
}

/** One entry of the operations' file that is new, other than before, or gone. */
export type OperationEdit =
  | { readonly kind: 'add'; readonly key: string; readonly entry: OperationEntry }
  | {
      readonly kind: 'change'
      readonly key: string
      readonly before: OperationEntry
      readonly entry: OperationEntry
    }
  | { readonly kind: 'remove'; readonly key: string }

/** A section of the scopes' file whose entries can be retired. */
export type Retirable = 'families' | 'scopes'

/** One change of the scopes' file. */
export type ScopeEdit =
  | { readonly kind: 'family'; readonly id: string; readonly entry: FamilyEntry }
  | { readonly kind: 'levels'; readonly id: string; readonly levels: readonly string[] }
  | {
      readonly kind: 'retire'
      readonly section: Retirable
      readonly id: string
      readonly retired: RetiredEntry
    }
  | { readonly kind: 'revive'; readonly section: Retirable; readonly id: string }

/** A change, for people and programs. Those of one kind are told together. */
export interface Told {
  readonly kind: string
  /** The operation, family or scope. */
  readonly key: string
  /** What the spec said of it, and what it is to say, in its own terms; either is left out where that is nothing. */
  readonly before?: unknown
  readonly after?: unknown
  readonly text: string
}

/** What is planned for the scopes. */
export interface ScopesPlan {
  readonly edits: readonly ScopeEdit[]
  readonly told: readonly Told[]
}

/** What is planned for the operations. */
export interface OperationsPlan {
  readonly edits: readonly OperationEdit[]
  readonly told: readonly Told[]
}

/** Something that only a person can know. */
export interface Decision {
  readonly what: string
  /** The operations or scopes that it is about, with what is to be known of each. */
  readonly about: readonly string[]
  /** Their keys in the spec, in the same order. */
  readonly keys: readonly string[]
  readonly todo: string
  /** Whether many of them are told by their number alone: what the document does not hold is nothing to look at. */
  readonly counted: boolean
}

/** A scope that the document names and that is none. */
export interface Warning {
  readonly scope: string
  /** The scope that was probably meant. */
  readonly suggestion: string | undefined
  /** The operations that ask for it; none, where it is only listed. */
  readonly operations: readonly string[]
  /** Whether the spec says of all of these already what holds instead. */
  readonly settled: boolean
}

export interface Plan {
  /** Whether the document is older than the spec, so that nothing but `since` is taken from it. */
  readonly older: boolean
  /** The version that the spec will have, where it is another. */
  readonly version: string | undefined
  readonly operations: readonly OperationEdit[]
  readonly scopes: readonly ScopeEdit[]
  readonly told: readonly Told[]
  readonly warnings: readonly Warning[]
  readonly decisions: readonly Decision[]
}
