/** Examples of one kind: each of an input and what must come of it. */
export interface VectorList {
  /** What they are of. */
  readonly name: string
  readonly description: string
  /** What each key of an example means. */
  readonly keys: Readonly<Record<string, string>>
  readonly examples: readonly Vector[]
}

/** One example, as it stands in the spec. */
export interface Vector {
  /** What it shows; no two of one list share it. */
  readonly name: string
  readonly [key: string]: unknown
}
