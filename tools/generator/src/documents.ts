// The files of the spec as TypeScript sees them once their JSON Schema has accepted them. What each key means stands in
// the schema's descriptions, which an editor shows.

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

type Table<T> = Readonly<Record<string, T>>

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

export interface EndpointsDocument {
  readonly provider: ProviderEntry
  readonly endpoints: Table<EndpointEntry>
  readonly messages: Table<MessageEntry>
  readonly errors: Table<ErrorEntry>
  readonly credentials: CredentialsEntry
  readonly lifetimes: { readonly code: number; readonly access_token: number }
  readonly api: ApiEntry
}

export interface ProviderEntry {
  readonly name: string
  readonly loginUrl: string
  readonly apiUrl: string
  readonly discovery?: boolean
}

export interface EndpointEntry {
  readonly title: string
  readonly description: string
  readonly deprecated?: string
  readonly source: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly authentication?: 'body' | 'bearer'
  readonly media?: readonly string[]
  readonly parameters?: Table<ParameterEntry>
  readonly answer: AnswerEntry
  readonly errors?: readonly string[]
}

export interface AnswerEntry {
  readonly redirect?: string
  readonly fragment?: string
  readonly status?: number
  readonly message?: string
  readonly location?: string
}

/** What a value can be; `enum` goes with `values`. */
export type ValueType =
  | 'text'
  | 'free_text'
  | 'bearer_token'
  | 'uri'
  | 'scopes'
  | 'seconds'
  | 'code_verifier'
  | 'code_challenge'
  | 'enum'

/** What parameters and fields share. */
export interface ValueEntry {
  readonly values?: readonly string[]
  readonly ignoreCase?: boolean
  readonly required?: boolean
  readonly secret?: boolean
  readonly aliases?: readonly string[]
  readonly description: string
}

export interface ParameterEntry extends ValueEntry {
  readonly const?: string
  readonly assumed?: boolean
  readonly type?: ValueType
}

export interface FieldEntry extends ValueEntry {
  readonly type: ValueType | 'flag'
  readonly name?: string
  readonly within?: string
  readonly is?: boolean
  readonly nullable?: boolean
}

export interface MessageEntry {
  readonly title: string
  readonly description: string
  readonly source: string
  readonly fields: Table<FieldEntry>
}

export interface ErrorEntry {
  readonly status: number
  readonly means?: string
  readonly description: string
  readonly source: string
}

export interface CredentialsEntry {
  readonly client_id: number
  readonly client_secret: number
  readonly code: number
  readonly access_token: number
  readonly refresh_token: number
}

export interface ApiEntry {
  readonly basePath: string
  readonly headers: { readonly granted: string; readonly accepted: string }
  readonly refusal?: Table<Template>
  readonly errors: {
    readonly invalid_token: ApiErrorEntry
    readonly insufficient_scope: ApiErrorEntry
    readonly not_found: ApiErrorEntry
  }
}

/** A part of a body, with gaps in its texts. */
export type Template = string | boolean | readonly Template[] | { readonly [name: string]: Template }

export interface ApiErrorEntry {
  readonly status: number
  readonly reason: string
  readonly description: string
}

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
  readonly recorded?: ScopesNeeded
  readonly corrected?: ScopesNeeded
  readonly since?: string
  readonly note?: string
}
