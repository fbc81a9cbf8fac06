/** Names by which one part of the spec refers to another. */
import { chooseFrom } from '../../report/nearest.js'
import type { Complaint, Spot } from '../rule.js'

/** A place that refers to something by its name. */
export interface Reference extends Spot {
  readonly name: string
}

/**
 * A complaint for each reference to what isn't declared.
 *
 * @param what - is referred to, in a word
 * @param known - the names of all that is declared
 */
export function unknownAmong(
  references: readonly Reference[],
  what: string,
  known: readonly string[],
): readonly Complaint[] {
  const names = new Set(known)
  return references
    .filter(({ name }) => !names.has(name))
    .map(({ name, ...spot }) => ({
      ...spot,
      wrong: `there is no ${what} "${name}"`,
      ...chooseFrom(name, known),
    }))
}
