/**
 * What follows an import, as the commands for it do: the code is generated anew, and
 * what changed is announced.
 */

import type { Surroundings } from '../command/surroundings.js'
import { announce } from '../diff/changesets/announce.js'
import { look } from '../diff/look.js'
import { summary, writeChanges } from '../regenerate/commands.js'
import { type Fault, Faults } from '../report/fault.js'

/** What was done once the spec was written. */
export interface Followed {
  /** The generated files that were written or removed. */
  readonly generated: readonly string[]
  /** What was done, a sentence each. */
  readonly words: readonly string[]
  /** What stopped it; the spec stays as it was written, and a further import goes on from there. */
  readonly faults: readonly Fault[]
}

/** Generates and announces, as far as nothing stops it. */
export async function follow(surroundings: Surroundings): Promise<Followed> {
  const words: string[] = []
  let generated: readonly string[] = []
  try {
    const { files, changes } = await writeChanges(surroundings)
    generated = changes.map(({ path }) => path)
    words.push(`Generated: ${summary(files, changes)}.`)
    words.push(`Announced: ${(await announce(await look(surroundings), surroundings)).trim()}`)
    return { generated, words, faults: [] }
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    return { generated, words, faults: error.faults }
  }
}
