import type { Template } from '../spec/endpoints-document.js'
import type { EndpointModel, ErrorCode, Message } from './endpoint-model.js'
import type { Operation } from './operation-model.js'
import type { ScopeModel } from './scope-model.js'
import type { VectorList } from './vector-list.js'

/** A provider as the emitters see it: complete, consistent, and with no YAML left in it. */
export interface Model {
  readonly provider: ProviderModel
  readonly scopes: ScopeModel
  readonly endpoints: readonly EndpointModel[]
  readonly messages: readonly Message[]
  readonly errors: readonly ErrorCode[]
  readonly api: ApiModel
  readonly operations: readonly Operation[]
  /** The version of the provider's document that the operations were taken from. */
  readonly apiVersion: string | undefined
  /** Examples of what must come of what. */
  readonly vectors: readonly VectorList[]
}

/** Who runs the service, where, and how its secrets look. */
export interface ProviderModel {
  readonly name: string
  /** Its name as a constant. */
  readonly constant: string
  readonly loginUrl: string
  readonly apiUrl: string
  /** Whether it publishes a document of its metadata itself (RFC 8414), if that is known. */
  readonly discovery: boolean | undefined
  /** Characters of each identifier and secret, by its name in code. */
  readonly credentials: readonly (readonly [name: string, length: number])[]
  /** Seconds that things live, by their name in code. */
  readonly lifetimes: readonly (readonly [name: string, seconds: number])[]
}

/** The API that the tokens are for. */
export interface ApiModel {
  readonly basePath: string
  readonly headers: { readonly granted: string; readonly accepted: string }
  /** The body of a refusal, with the gap `{reason}`. */
  readonly refusal: Template
  readonly errors: readonly ApiError[]
}

/** How the API refuses a call. */
export interface ApiError {
  readonly name: string
  readonly status: number
  readonly reason: string
  readonly description: string
}
