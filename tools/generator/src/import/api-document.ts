// What an OpenAPI document says, once its shape no longer matters: the operations and
// what a call of each needs.
import type { Access } from '../model/operation-model.js'
import type { Place } from '../report/fault.js'

/** What a document declares of a call, as far as it can be told. */
export type DeclaredAccess =
  | Access
  /** It says nothing, which may mean that anyone may call, and may be an omission. */
  | { readonly auth: 'unsaid' }
  /** It asks for a token, and knows no OAuth that would tell of which kind. */
  | { readonly auth: 'some_token' }
  /** It says something that is malformed: where and what. */
  | { readonly auth: 'unreadable'; readonly why: string }

/** One operation of a document. */
export interface ApiOperation {
  readonly method: string
  readonly path: string
  readonly id: string | undefined
  readonly access: DeclaredAccess
}

/** A whole document. */
export interface ApiDocument {
  /** Where it was read from, in the words of whoever asked for it. */
  readonly from: string
  readonly title: string | undefined
  /** A version that can be told from others, or a month. */
  readonly version: string
  /** The scopes that its security schemes list, and what it says of each. */
  readonly listed: ReadonlyMap<string, string>
  /** Those that are listed nowhere but in a scheme of their own, where a slip of the pen is listed, too. */
  readonly alone: ReadonlySet<string>
  readonly operations: readonly ApiOperation[]
  /** The file, line and column at which it first asks for a scope, or else lists it. */
  readonly placeOf: (scope: string) => string | undefined
  /** The file, line and column at which it lists a scope. */
  readonly listedAt: (scope: string) => string | undefined
}

/** A document as it was read. */
export interface ReadDocument extends Omit<ApiDocument, 'version'> {
  /** `info.version`, word for word. */
  readonly version: string | undefined
  /** Where it stands, or would. */
  readonly placeOfVersion: () => Place
}
