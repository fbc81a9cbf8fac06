/** What comes out of a spec: the texts of files, and what is to be told of it. */
import type { Aside } from '../report/fault.js'

/** A file as it should be. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

export interface Made {
  readonly files: readonly TextFile[]
  /** What the spec marks as a guess; finding the places takes a while. */
  guesses(): readonly Aside[]
}
