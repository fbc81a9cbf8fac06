/** What a schema objects to, and what that has to do with its other objections. */
import type { Path } from '../../../load/source.js'
import type { Complaint, Spot } from '../../rule.js'

/** A complaint about the document at hand. */
export interface SchemaComplaint extends Omit<Complaint, 'part' | 'also'> {
  /** What kind of thing is wrong. */
  readonly rule: string
  readonly also?: readonly (Omit<Spot, 'part'> & { readonly says: string })[]
}

/** A complaint with what it has to do with others: one that follows from another is not told. */
export interface LinkedComplaint extends SchemaComplaint {
  /** The keys of the mapping at hand that this complaint blames: what they lead to besides is not told. */
  readonly blames?: readonly [at: Path, keys: readonly string[]]
  /** The keys of the mapping at hand that would have to be right first. */
  readonly follows?: readonly [at: Path, keys: readonly string[]]
}
