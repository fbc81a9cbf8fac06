/** What imports left open, this one and those before it, and nobody has looked at yet. */
import { whatHolds } from '../../model/read-operations.js'
import type { OperationsDocument } from '../../spec/operations-document.js'
import type { ScopesDocument } from '../../spec/scopes-document.js'
import { KnownScopes } from '../../validate/names/declared-scopes.js'
import { scopesNeeded } from '../../validate/names/scopes-needed.js'
import type { ApiDocument } from '../api-document.js'
import { compareKeys } from '../keys.js'
import { declaredBy, inWords } from './access.js'
import type { Questions } from './questions.js'

/**
 * Asks about every guess in the spec.
 *
 * @param document - tells what its authors say of a family.
 */
export function askAboutGuesses(
  scopes: ScopesDocument,
  { operations }: OperationsDocument,
  { listed }: ApiDocument,
  questions: Questions,
): void {
  const words = wordsOfFamilies(listed)
  for (const [id, { guessed }] of Object.entries(scopes.families ?? {})) {
    if (!guessed) continue
    const says = words.get(id)
    questions.ask('guessedFamily', id, says && `the document says "${says}"`)
  }
  const known = new KnownScopes(scopes)
  const sorted = Object.entries(operations).sort(([one], [other]) => compareKeys(one, other))
  for (const [key, entry] of sorted) {
    const { guessed, auth, declared = [], corrected } = entry
    const says = inWords(declaredBy(entry))
    const holds = corrected && inWords(whatHolds(entry))
    if (guessed === 'note') questions.ask('note', key, holds ? `${says} → ${holds}` : says)
    else if (guessed && holds) {
      const isSpelt = scopesNeeded(declared, []).every(({ scope }) => known.has(scope))
      if (isSpelt) questions.ask('less', key, `${holds} → ${says}`)
      else questions.ask('guessedScopes', key, `${says} → ${holds}`)
    } else if (guessed) questions.ask(auth === 'pat' ? 'guessedPat' : 'guessedAuth', key)
  }
}

/** What the document says of each family, at the first of its scopes that it says anything of. */
function wordsOfFamilies(listed: ApiDocument['listed']): ReadonlyMap<string, string> {
  const words = [...listed].filter(([, says]) => says !== '')
  return new Map(words.reverse().map(([scope, says]) => [scope.replace(/:.*/s, ''), says]))
}
