/**
 * The normalised model: everything that users of a spec's packages can notice, and nothing else, by sorted
 * names. A release keeps it, and `diff` compares two.
 */
import type { Table } from '../../collections/table.js'

/** What the spec says, for comparing. */
export interface Picture {
  /** The version of the provider's API document. */
  readonly apiVersion?: string | undefined
  /** The other spellings of each scope; under `''` the words that stand for no scope, alone or as a level. */
  readonly aliases: Table<readonly string[]>
  readonly api: PicturedApi
  readonly endpoints: Table<PicturedEndpoint>
  /** The OAuth error codes. */
  readonly errors: Table<PicturedError>
  readonly families: Table<PicturedFamily>
  readonly folded: Table<PicturedFold>
  readonly messages: Table<PicturedMessage>
  readonly operations: Table<PicturedOperation>
  readonly provider: PicturedProvider
  readonly scopes: Table<PicturedScope>
  /** How lists of scopes are read and written. */
  readonly writing: PicturedWriting
}

export interface PicturedScope {
  /** Its name in code below the object of all scopes: `Boxes.readOnly`. */
  readonly name: string
  /** The id of its family, where it has one. */
  readonly family?: string | undefined
  readonly title: string
  readonly description: string
  /** What it includes directly. */
  readonly includes: readonly string[]
  /** Since which version the provider has no longer declared it. */
  readonly retired?: { readonly declared?: string | undefined; readonly removed: string } | undefined
  /** Whether it covers every other. */
  readonly wildcard?: true | undefined
  readonly note?: string | undefined
}

export interface PicturedFamily {
  readonly name: string
  readonly title: string
  readonly things: string
  readonly note?: string | undefined
}

export interface PicturedFold {
  readonly into: string
  /** The name that it keeps in code. */
  readonly name?: string | undefined
  readonly note?: string | undefined
}

export interface PicturedWriting {
  readonly bare?: string | undefined
  readonly ignoreCase: boolean
  readonly separators: { readonly read: string; readonly write: string; readonly answer: string }
}

/**
 * Who may call: without a token, with any, with a personal access token, or with all
 * scopes of one of these sets.
 */
export type Needs = 'none' | 'any_token' | 'pat' | readonly (readonly string[])[]

export interface PicturedOperation {
  readonly id: string
  readonly needs: Needs
  /** What the provider's document says, where something else holds. */
  readonly declared?: Needs | undefined
  readonly note?: string | undefined
}

export interface PicturedAnswer {
  readonly kind: string
  readonly message?: string | undefined
  readonly fragment?: string | undefined
  readonly status?: number | undefined
  readonly location?: string | undefined
}

export interface PicturedEndpoint {
  readonly answer: PicturedAnswer
  /** How the client shows who it is. */
  readonly authentication: string
  readonly deprecated?: string | undefined
  readonly errors: readonly string[]
  /** The client sends the first. */
  readonly media: readonly string[]
  readonly method: string
  /** By their names in code. */
  readonly parameters: Table<PicturedPart>
  readonly path: string
  readonly words: readonly string[]
}

export interface PicturedMessage {
  /** By their names in code. */
  readonly fields: Table<PicturedPart>
  readonly words: readonly string[]
}

/**
 * A parameter of a request or a field of an answer: one that always says the same, or one that is filled in.
 */
export type PicturedPart = PicturedConstant | PicturedSlot

export interface PicturedConstant {
  readonly type: 'constant'
  /** Its name in a request. */
  readonly wire: string
  readonly value: string
  /** Whether it may be left out. */
  readonly assumed: boolean
  readonly words: string
}

export interface PicturedSlot {
  readonly type: string
  /** Its name in a request or an answer, and the object in the answer that holds it. */
  readonly wire: string
  readonly within?: string | undefined
  /** The value of a flag. */
  readonly is?: boolean | undefined
  readonly values?: readonly string[] | undefined
  readonly ignoreCase?: boolean | undefined
  readonly presence: 'required' | 'optional' | 'nullable'
  readonly secret: boolean
  readonly aliases: readonly string[]
  readonly words: string
}

export interface PicturedError {
  readonly status: number
  /** The standard's code that it is the provider's own word for. */
  readonly means?: string | undefined
  readonly words: readonly string[]
}

export interface PicturedProvider {
  readonly name: string
  readonly constant: string
  readonly loginUrl: string
  readonly apiUrl: string
  /** Whether it publishes a document of its metadata. */
  readonly discovery?: boolean | undefined
  /** Characters of each identifier and secret. */
  readonly credentials: Table<number>
  /** Seconds that things live. */
  readonly lifetimes: Table<number>
}

export interface PicturedApi {
  readonly basePath: string
  readonly headers: { readonly granted: string; readonly accepted: string }
  /** The body of a refusal, as JSON. */
  readonly refusal: string
  readonly errors: Table<{ readonly status: number; readonly reason: string; readonly words: string }>
}
