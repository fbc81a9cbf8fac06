/** What a misspelt word was probably meant to be. */
import { nearestWords } from '@linode-login/core/internal'

/** What to say of it: a question, or nothing where no word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const [meant] = nearestWords(word, known)
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}
