/** The middle of the values, and the smallest and largest beside it, so that noise shows. */
export function median(values: readonly number[]): { middle: number; text: string } {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return { middle, text: `${round(middle)} (${round(sorted[0])} to ${round(sorted.at(-1))})` }
}

function round(value: number | undefined): string {
  return value === undefined ? '-' : value >= 100 ? value.toFixed(0) : value.toFixed(2)
}
