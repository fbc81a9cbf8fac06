/** Names by which one part of the spec refers to another. */
import { choiceOf, chooseFrom } from '../../report/nearest.js'
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
  /** Which of them is called so in code, where that is not what it is referred to by. */
  readonly inCode?: (name: string) => string | undefined
}

/** A complaint for each reference to what isn't declared, not even misspelt. */
export function unknownAmong(
  references: readonly Reference[],
  { what, section, names, inCode }: Declared,
  misspelt: ReadonlyMap<string, unknown>,
): readonly Complaint[] {
  const known = new Set(names)
  return references
    .filter(({ name }) => !known.has(name) && !misspelt.has(name))
    .map(({ name, ...spot }) => ({ ...spot, lackedBy: [spot.part, section], ...told(name) }))

  function told(name: string): Pick<Complaint, 'wrong' | 'expected' | 'suggestion' | 'fix'> {
    const meant = inCode?.(name)
    if (meant === undefined) return { wrong: `there is no ${what} "${name}"`, ...chooseFrom(name, names) }
    return {
      wrong: `"${name}" is what the ${what} "${meant}" is called in code`,
      expected: choiceOf(names),
      // In quotes: it may be a sign that means something else to YAML.
      suggestion: `"${meant}"`,
      fix: `write "${meant}", with the quotes`,
    }
  }
}
