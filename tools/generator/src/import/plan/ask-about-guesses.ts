/** What imports wrote as a guess, this one and those before it, and nobody has looked at yet. */
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import type { ApiDocument } from '../api-document.js'
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
  for (const [id, { guessed }] of Object.entries(families)) {
    if (!guessed) continue
    const [, says] = [...listed].find(([scope, words]) => scope.startsWith(`${id}:`) && words) ?? []
    questions.askAlone({
      what: `the name and the words of the family "${id}" are a guess${says ? ` (the document says "${says}")` : ''}`,
      about: [],
      todo: 'put "name" and "things" in order, and "levels" where some can not be granted, and take "guessed" out',
    })
  }
  for (const [key, entry] of Object.entries(operations)) {
    const { guessed, auth, corrected } = entry
    if (!guessed) continue
    if (corrected === undefined) {
      questions.ask(auth === 'pat' ? 'guessedPat' : 'guessedAuth', key)
      continue
    }
    const meant = inWords(declaredBy({ ...entry, declared: corrected }))
    questions.ask('guessedScopes', `${key}: ${inWords(declaredBy(entry))} → ${meant}`)
  }
}
