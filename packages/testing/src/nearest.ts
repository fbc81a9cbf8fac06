/** The right word for one that was misspelt. */

/** Longer words were never meant for one of ours. */
const LONGEST = 64

/** The known word that takes the fewest changes to get to; none where half of it would have to change. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of word.length > LONGEST ? [] : known) {
    const changes = changesBetween(word.toLowerCase(), candidate.toLowerCase())
    if (2 * changes >= word.length || changes >= least) continue
    best = candidate
    least = changes
  }
  return best
}

/** How many characters must be put in, taken out or changed (Levenshtein's distance, one row at a time). */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [down, character] of [...one].entries()) {
    const next = [down + 1]
    for (const [across, otherCharacter] of [...other].entries()) {
      const changed = (row[across] ?? 0) + (character === otherCharacter ? 0 : 1)
      next.push(Math.min(changed, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
