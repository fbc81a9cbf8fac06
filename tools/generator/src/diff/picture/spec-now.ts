/** The spec as it stands, as far as `diff` needs it. */
import type { Surroundings } from '../../command/surroundings.js'
import { readInputs } from '../../inputs/inputs.js'
import type { Source } from '../../load/source.js'
import { modelOf } from '../../model/model-of.js'
import type { Aside } from '../../report/fault.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { guessesIn } from '../../validate/guesses.js'
import { validateWhole } from '../../validate/validate-whole.js'
import type { Picture } from './picture.js'
import { pictureOf } from './picture-of.js'

/** What the spec says, and where it says it of scopes. */
export interface SpecNow {
  readonly picture: Picture
  readonly scopes: ScopesDocument
  readonly source: Pick<Source, 'file' | 'place'>
  /** What imports guessed, and nobody has looked at yet. */
  readonly guesses: readonly Aside[]
}

/**
 * load ▸ validate ▸ model ▸ picture: all but emitting, so that no compiler is loaded.
 *
 * @throws Faults when something is wrong with the spec or its examples, of which nothing would be generated.
 */
export async function readSpecNow({
  house,
  disk,
  load,
}: Pick<Surroundings, 'house' | 'disk' | 'load'>): Promise<SpecNow> {
  const { documents, spec } = validateWhole(await readInputs(house, disk), house, load)
  const { scopes, operations } = spec.documents
  if (scopes.source === undefined) throw new Error('a spec that was accepted was loaded')
  return {
    picture: pictureOf(modelOf(documents)),
    scopes: documents.scopes,
    source: scopes.source,
    guesses: guessesIn(documents, { scopes: scopes.source, operations: operations.source }),
  }
}
