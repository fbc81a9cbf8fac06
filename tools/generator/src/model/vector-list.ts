/** Examples of one kind: each of an input and what must come of it. */
export interface VectorList {
  /** What they are of. */
  readonly name: string
  readonly description: string
  /** The form of one example. */
  readonly form: Form
  readonly examples: readonly Vector[]
}

/** A JSON Schema (2020-12) without references, as far as forms of examples have a use for it. */
export interface Form {
  readonly description?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Form>>
  readonly required?: readonly string[]
  readonly items?: Form
  /** Alternatives, each with the keys that only it has. */
  readonly oneOf?: readonly Form[]
  readonly [keyword: string]: unknown
}

/** One example, as it stands in the spec. */
export interface Vector {
  /** What it shows; no two of one list share it. */
  readonly name: string
  readonly [key: string]: unknown
}
