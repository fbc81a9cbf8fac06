import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Benchmark, type Figure, type Limit, ratios } from '../figures/figure.js'
import { type Command, nothing, run, timeOf } from '../processes/process-cost.js'
import { savesUntilWritten } from './save-latency.js'
import { SpecHouse } from './spec-house.js'

const rounds = 15

/** In its first seconds `--watch` practises, and a save may have to wait for that. */
const REST = 4000

/** What a run on Linode's spec costs, and how long `--watch` takes from a save to the last file. */
export const generator: Benchmark = {
  about:
    "the built command on Linode's spec as a whole process, in turn with `node -e 0`; saves under `--watch`",
  async measure() {
    const house = new SpecHouse()
    try {
      const first = beside('everything, by the first run in a clone', house.firstRun())
      const full = beside('everything from nothing', house.fromNothing(), { atMost: 12 })
      const nothing = beside('nothing changed', house.command(), { atMost: 1.6 })
      const loaded: Figure = {
        what: 'nothing changed, files of other packages that it loads, as TypeScript is one',
        unit: 'files',
        values: [filesOfPackages(house.command())],
        promised: { atMost: 0 },
      }
      const saves = (await savesUntilWritten(house, REST)).flatMap(({ file, times, idle }): Figure[] => {
        const what = `a save of ${file} under --watch, 4 s after its start, until all is written`
        return [
          { what, unit: 'ms', values: times, promised: { atMost: 50 } },
          { what: `${what}, beside Node that does nothing`, unit: 'times', values: ratios(times, idle) },
        ]
      })
      return [...first, ...full, ...nothing, loaded, ...saves]
    } finally {
      house.remove()
    }
  },
}

function beside(what: string, command: Command, promised?: Limit): readonly Figure[] {
  const own: number[] = []
  const idle: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    own.push(timeOf(command))
    idle.push(timeOf(nothing(command.folder)))
  }
  return [
    { what, unit: 'ms', values: own },
    { what: `${what}: Node that does nothing, in turn`, unit: 'ms', values: idle },
    {
      what: `${what}, beside Node that does nothing`,
      unit: 'times',
      values: ratios(own, idle),
      ...(promised && { promised }),
    },
  ]
}

/** How many files below a `node_modules` a run of Node loads, as V8 tells them of every thread. */
function filesOfPackages(command: Command): number {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  try {
    run({ ...command, env: { NODE_V8_COVERAGE: folder } })
    const urls = readdirSync(folder).flatMap((file) => {
      const coverage: { result: { url: string }[] } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return coverage.result.map(({ url }) => url)
    })
    if (!urls.some((url) => url.endsWith('/main.js'))) throw new Error('V8 told of no file')
    return urls.filter((url) => url.includes('/node_modules/')).length
  } finally {
    rmSync(folder, { recursive: true })
  }
}
