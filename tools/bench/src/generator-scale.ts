import { costOf } from './process-cost.js'
import { SpecHouse } from './spec-house.js'

const rounds = 3

const sizes = [
  [60, 539],
  [600, 539],
  [6000, 539],
  [60, 2000],
  [60, 10_000],
  [6000, 10_000],
] as const

/** How time and memory of a full run, and of a run with nothing to do, grow with the spec. */
export async function generatorScale(): Promise<string> {
  const house = new SpecHouse()
  try {
    return sizes
      .map(([scopes, operations]) => {
        house.fill(scopes, operations)
        const all = costOf(rounds, house.fromNothing())
        const nothing = costOf(rounds, house.command())
        return `  ${scopes} scopes, ${operations} operations: all ${all}; nothing changed ${nothing}`
      })
      .join('\n')
  } finally {
    house.remove()
  }
}
