/** How the demo is told, wherever it is told: in a terminal, or in a page. */

/** A request and its answer, as far as a person wants to read them. */
export interface Exchange {
  readonly request: string
  readonly sent?: string | undefined
  readonly answer: string
}

/** Tells the steps of the demo as they happen. */
export interface Narrator {
  step(title: string): void
  say(text: string): void
  exchange(exchange: Exchange): void
  check(claim: string, holds: boolean): void
}
