/** Names by which one part of the spec refers to another. */
import { chooseFrom } from '../../report/nearest.js'
import type { Complaint, Spot } from '../rule.js'

/** A place that refers to something by its name. */
export interface Reference extends Spot {
  readonly name: string
}

/** What can be referred to. */
export interface Declared {
  /** In a word. */
  readonly what: string
  /** The section that declares it, of the same part as the references. */
  readonly section: string
  readonly names: readonly string[]
}

/** A complaint for each reference to what isn't declared, not even misspelt. */
export function unknownAmong(
  references: readonly Reference[],
  { what, section, names }: Declared,
  misspelt: ReadonlyMap<string, unknown>,
): readonly Complaint[] {
  const known = new Set(names)
  return references
    .filter(({ name }) => !known.has(name) && !misspelt.has(name))
    .map(({ name, ...spot }) => ({
      ...spot,
      lackedBy: [spot.part, section],
      wrong: `there is no ${what} "${name}"`,
      ...chooseFrom(name, names),
    }))
}
