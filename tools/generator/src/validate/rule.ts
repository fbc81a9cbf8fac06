/** What a rule is, and how its complaints become faults. */
import type { House } from '../house/house.js'
import type { Path, Source } from '../load/source.js'
import type { Fault } from '../report/fault.js'
import type { Documents, Part, PerPart } from '../spec/documents.js'

/** A node of the spec, by its path rather than its line. */
export interface Spot {
  readonly part: Part
  readonly path: Path
  /** Whether the key at the path is meant or its value. */
  readonly at: 'key' | 'value'
}

/** What a rule or a schema objects to; the words are those of a fault. */
export interface Complaint extends Spot, Omit<Fault, 'rule' | 'place' | 'also'> {
  readonly also?: readonly (Spot & { readonly says: string })[] | undefined
  /**
   * The part that lacks what is named here, or a section of it. While entries of that are left out, nobody knows whether
   * it does.
   */
  readonly lackedBy?: readonly [part: Part, section?: string]
}

/**
 * A rule that a schema can't say. It gets the documents that their schemas accepted, which may not be all,
 * and complains of what it can judge.
 */
export type Rule = (documents: Partial<Documents>, house: House) => Iterable<Complaint>

/** Puts the complaints of a rule where they belong in the files. */
export function faultsOf(
  rule: string,
  complaints: Iterable<Complaint>,
  sources: Partial<PerPart<Source | undefined>>,
): readonly Fault[] {
  return [...complaints].flatMap(({ part, path, at, also = [], lackedBy: _, ...words }) => {
    const place = sources[part]?.place(path, at)
    const asides = also.flatMap((spot) => {
      const found = sources[spot.part]?.place(spot.path, spot.at)
      return found === undefined ? [] : [{ place: found, says: spot.says }]
    })
    return place === undefined ? [] : [{ rule, place, ...words, also: asides }]
  })
}
