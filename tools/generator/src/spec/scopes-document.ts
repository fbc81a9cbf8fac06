// The file of the hierarchy of scopes, once its JSON Schema has accepted it.
import type { Table } from '../collections/table.js'

export interface ScopesDocument {
  readonly separators: { readonly read: readonly string[]; readonly write: string; readonly answer?: string }
  readonly ignoreCase?: boolean
  readonly wildcard?: WildcardEntry
  readonly levels?: Table<LevelEntry>
  readonly nothing?: readonly string[]
  readonly bare?: string
  readonly families?: Table<FamilyEntry>
  readonly folded?: Table<FoldedEntry>
  readonly dropped?: readonly string[]
  readonly scopes?: Table<SingleEntry>
}

export interface WildcardEntry {
  readonly scope: string
  readonly name: string
  readonly title: string
  readonly description: string
}

export interface LevelEntry {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly includes?: readonly string[]
  readonly aliases?: readonly string[]
}

export interface FamilyEntry {
  readonly name: string
  readonly title?: string
  readonly things: string
  readonly guessed?: true
  readonly note?: string
  readonly levels?: readonly string[]
  readonly descriptions?: Table<string>
  readonly includes?: Table<readonly string[]>
  readonly retired?: RetiredFamilyEntry
}

export interface RetiredEntry {
  readonly declared?: string
  readonly removed: string
  readonly note?: string
}

export interface RetiredFamilyEntry extends RetiredEntry {
  readonly levels?: readonly string[]
}

export interface FoldedEntry {
  readonly into: string
  readonly name?: string
  readonly note?: string
}

export interface SingleEntry {
  readonly name: string
  readonly title?: string
  readonly description: string
  readonly includes?: readonly string[]
  readonly aliases?: readonly string[]
  readonly retired?: RetiredEntry
}
