/** What imports left open, this one and those before it, and nobody has looked at yet. */
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { ApiDocument } from '../api-document.js'
import { compareKeys } from '../keys.js'
import { declaredBy, inWords } from './access.js'
import type { Questions } from './questions.js'

/**
 * Asks about every guess in the spec.
 *
 * @param document tells what its authors say of a family.
 */
export function askAboutGuesses(
  { families = {} }: ScopesDocument,
  { operations }: OperationsDocument,
  { listed }: ApiDocument,
  questions: Questions,
): void {
  const words = wordsOfFamilies(listed)
  for (const [id, { guessed }] of Object.entries(families)) {
    if (!guessed) continue
    const says = words.get(id)
    questions.ask('guessedFamily', id, says && `the document says "${says}"`)
  }
  const sorted = Object.entries(operations).sort(([one], [other]) => compareKeys(one, other))
  for (const [key, entry] of sorted) {
    const { guessed, auth, corrected } = entry
    const declared = inWords(declaredBy(entry))
    const step = corrected && `${declared} → ${inWords(declaredBy({ declared: corrected }))}`
    if (guessed === 'note') questions.ask('note', key, step ?? declared)
    else if (guessed && step) questions.ask('guessedScopes', key, step)
    else if (guessed) questions.ask(auth === 'pat' ? 'guessedPat' : 'guessedAuth', key)
  }
}

/** What the document says of each family, at the first of its scopes that it says anything of. */
function wordsOfFamilies(listed: ApiDocument['listed']): ReadonlyMap<string, string> {
  const words = [...listed].filter(([, says]) => says !== '')
  return new Map(words.reverse().map(([scope, says]) => [scope.replace(/:.*/s, ''), says]))
}
