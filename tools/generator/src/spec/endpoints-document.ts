// The file of what the login service is asked and answers, once its JSON Schema has accepted it.
import type { Table } from '../collections/table.js'

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
