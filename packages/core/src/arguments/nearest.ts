/** The known words that a misspelt one may have been meant to be. */

/** How many are named. */
const MOST = 3
/** So much of a word is looked at. */
const MAX_COMPARED = 200

/** The nearest words, best first; only those of which half agrees, in pairs of neighbouring characters. */
export function nearestWords(word: string, known: Iterable<string>): string[] {
  return nearestAmong(known)(word)
}

/** `nearestWords` for known words that are compared with many: they are read once. */
export function nearestAmong(known: Iterable<string>): (word: string) => string[] {
  const read = Array.from(known, (one) => ({ one, pairs: pairsOf(one) }))
  return (word) => {
    const pairs = pairsOf(word.slice(0, MAX_COMPARED))
    return read
      .map(({ one, pairs: others }) => ({ one, likeness: likeness(pairs, others) }))
      .filter((found) => found.likeness >= 0.5)
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, MOST)
      .map(({ one }) => one)
  }
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared += 1
  return (2 * shared) / (one.size + other.size || 1)
}

function pairsOf(word: string): Set<string> {
  const lower = word.toLowerCase()
  return new Set(Array.from(lower, (_, at) => lower.slice(at, at + 2)))
}

/** What is said behind a complaint about a word; nothing where no known one is near. */
export function didYouMean(near: readonly string[]): string {
  return near.length === 0 ? '' : ` Did you mean ${near.map((word) => `"${word}"`).join(' or ')}?`
}
