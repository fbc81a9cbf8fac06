/** What the root's commands take in a house that is set up, as someone types them. */
import { fileURLToPath } from 'node:url'
import type { Benchmark } from '../figures/figure.js'
import { type Command, run, timeOf } from './process-cost.js'

const folder = fileURLToPath(new URL('../../../../', import.meta.url))

/** The first run brings what was missing, and is not measured. */
export const demo: Benchmark = {
  about: '`npm run demo`, after its set-up',
  async measure() {
    return [
      {
        what: 'npm run demo',
        unit: 'ms',
        values: afterTheFirst(11, 'run', 'demo'),
        promised: { atMost: 2000 },
      },
    ]
  },
}

/** The first run fills the cache, which takes minutes where it is empty. */
export const tests: Benchmark = {
  about: '`npm test`, when a run before found all in order',
  byNameOnly: true,
  async measure() {
    return [
      {
        what: 'npm test, from the cache',
        unit: 'ms',
        values: afterTheFirst(3, 'test'),
        promised: { atMost: 20_000 },
      },
    ]
  },
}

function afterTheFirst(rounds: number, ...args: readonly string[]): readonly number[] {
  const command: Command = { program: 'npm', args, folder, limit: 30 * 60_000 }
  run(command)
  return Array.from({ length: rounds }, () => timeOf(command))
}
