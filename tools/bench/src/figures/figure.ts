/** What a benchmark measures, as data. Nothing here measures, judges or prints. */

/** One thing that was measured, as often as it was, and what is promised of its middle. */
export interface Figure {
  readonly what: string
  readonly unit: string
  readonly values: readonly number[]
  readonly promised?: Limit
}

/** What the middle of the values is held to. */
export type Limit = { readonly atMost: number } | { readonly atLeast: number }

/** Something to measure, by name. */
export interface Benchmark {
  /** What is measured beside what, in a line. */
  readonly about: string
  /** Runs only when it is asked for by name. */
  readonly byNameOnly?: true
  measure(): Promise<readonly Figure[]>
}

/** The quotients of values that were measured in turn, each with the one beside it. */
export function ratios(values: readonly number[], beside: readonly number[]): readonly number[] {
  return values.map((value, round) => value / (beside[round] ?? Number.NaN))
}
