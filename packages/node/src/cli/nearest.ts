/** What a misspelt word was probably meant to be. */

/** Longer words were never meant for one of ours. */
const LONGEST = 100

/** The known word that takes the fewest changes to get to; none where half of the word would have to change. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined
  const lower = word.toLowerCase()
  let [best, least]: [string | undefined, number] = [undefined, lower.length / 2]
  for (const candidate of known) {
    const changes = changesBetween(lower, candidate.toLowerCase())
    if (changes < least) [best, least] = [candidate, changes]
  }
  return best
}

/** What to say of it: a question, or nothing where no word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known)
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}

/** How many letters must be put in, taken out or changed (Levenshtein's distance, a row at a time). */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let down = 1; down <= one.length; down += 1) {
    const next = [down]
    for (let across = 1; across <= other.length; across += 1) {
      const [left = 0, above = 0, corner = 0] = [next[across - 1], row[across], row[across - 1]]
      const change = one[down - 1] === other[across - 1] ? 0 : 1
      next.push(Math.min(left + 1, above + 1, corner + change))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
