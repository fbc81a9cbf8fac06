import type { Documents, Part, PerPart } from '../documents.js'
import type { House } from '../house.js'
import type { Path, Source } from '../load/source.js'
import type { Fault } from '../report/fault.js'

/** What a rule or a schema objects to, by the path of a node rather than its line. */
export interface Complaint {
  readonly part: Part
  readonly path: Path
  /** Whether the key at the path is meant or its value. */
  readonly at: 'key' | 'value'
  readonly wrong: string
  readonly fix: string
}

/**
 * A rule that a schema can't say. It gets the documents that their schemas accepted, which may not be all, and
 * complains of what it can judge.
 */
export type Rule = (documents: Partial<Documents>, house: House) => Iterable<Complaint>

/** Puts complaints where they belong in the files. */
export function faultsOf(
  complaints: Iterable<Complaint>,
  sources: PerPart<Source | undefined>,
): readonly Fault[] {
  return [...complaints].flatMap(({ part, path, at, wrong, fix }) => {
    const place = sources[part]?.place(path, at)
    return place === undefined ? [] : [{ place, wrong, fix }]
  })
}
