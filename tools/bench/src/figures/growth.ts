/** Whether a cost grows in line with what it is spent on. */

/** A size, and what it cost each time. */
export interface Sized {
  readonly size: number
  readonly costs: readonly number[]
}

/**
 * How much dearer one more is on the whole way up than on its first part: 1 where the cost grows in line,
 * about as many times as the sizes are apart where it grows with their square. What the smallest size costs
 * counts as fixed. A value for each round.
 */
export function growth(sizes: readonly [smallest: Sized, middle: Sized, largest: Sized]): readonly number[] {
  const [smallest, middle, largest] = sizes
  return smallest.costs.map((fixed, round) => {
    const more = ({ size, costs }: Sized) => ((costs[round] ?? Number.NaN) - fixed) / (size - smallest.size)
    return more(largest) / more(middle)
  })
}
