/**
 * Which of the known words was meant by one that isn't known. Core has a finder of its own: the generator
 * must run while core, a part of which it writes, does not compile.
 */

/** The word that was most likely meant, if one is near enough to be worth naming. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const lower = word.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(lower, candidate.toLowerCase(), bestDistance)
    // Words without a letter in common are not alike, however short: "*" is nobody's misspelt "x".
    if (distance < Math.min(bestDistance, Math.max(word.length, candidate.length))) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** What to write in place of a word that isn't known. */
export interface Choice {
  readonly expected: string
  readonly suggestion?: string
  readonly fix: string
}

/**
 * The nearest known word, one that the word goes on from (`pat_only`) or, where none is
 * near, the choice of them.
 */
export function chooseFrom(word: string, known: readonly string[]): Choice {
  if (known.length === 0) return { expected: 'a name that is declared', fix: 'declare it first' }
  const expected = choiceOf(known)
  const suggestion = nearest(word, known) ?? known.find((one) => word.startsWith(`${one}_`))
  if (suggestion !== undefined) return { expected, suggestion, fix: `did you mean "${suggestion}"?` }
  return { expected, fix: known.length > 1 ? 'write one of these' : 'write this' }
}

/** The words that may be written, cut where there are many. */
export function choiceOf(known: readonly string[]): string {
  const few = known.slice(0, FEW).join(', ')
  return `${known.length > 1 ? 'one of ' : ''}${few}${known.length > FEW ? ', …' : ''}`
}

const FEW = 9

/**
 * How many letters to insert, drop, replace or swap with their neighbour (optimal string alignment); once it
 * is sure to reach the limit, the limit.
 */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      )
    }
    if (Math.min(...current, ...last) >= limit) return limit
    beforeLast = last
    last = current
  }
  return at(last, other.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
