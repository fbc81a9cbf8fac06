/** The one place that holds figures against what is promised, and puts them into words. */
import type { Figure, Limit } from './figure.js'
import { median } from './median.js'

/**
 * A line for a figure: its middle, the smallest and the largest value, so that noise
 * shows, and what is promised.
 */
export function lineOf({ what, unit, values, promised }: Figure): string {
  const range = values.length > 1 ? ` (${round(Math.min(...values))} to ${round(Math.max(...values))})` : ''
  const limit = promised === undefined ? '' : `; ${inWords(promised)} promised`
  return `${what}: ${round(median(values))}${range} ${unit}${limit}`
}

/**
 * What came of a run: the promises that were broken, a line each that names the benchmark, what was measured
 * and the limit, or that all were kept; and the exit code.
 */
export function verdictOn(measured: ReadonlyMap<string, readonly Figure[]>): {
  readonly lines: readonly string[]
  readonly exitCode: 0 | 1
} {
  const figures = [...measured].flatMap(([name, list]) => list.map((figure) => ({ name, figure })))
  const promised = figures.filter(({ figure }) => figure.promised !== undefined)
  const broken = promised.filter(({ figure }) => !isKept(figure))
  if (broken.length === 0) return { lines: [`${promised.length} promises, all kept`], exitCode: 0 }
  return {
    lines: [
      `${promised.length} promises, ${broken.length} broken:`,
      ...broken.map(({ name, figure }) => `  ${name}: ${lineOf(figure)}`),
    ],
    exitCode: 1,
  }
}

/** What could not be measured keeps no promise. */
function isKept({ values, promised }: Figure): boolean {
  if (promised === undefined) return true
  const middle = median(values)
  return 'atMost' in promised ? middle <= promised.atMost : middle >= promised.atLeast
}

function inWords(limit: Limit): string {
  return 'atMost' in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`
}

function round(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2
  return value.toFixed(digits).replace(/\B(?=(\d{3})+$)/g, ',')
}
