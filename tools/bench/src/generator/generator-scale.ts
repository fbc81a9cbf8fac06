import { type Benchmark, type Figure, type Limit, ratios } from '../figures/figure.js'
import { growth, type Sized } from '../figures/growth.js'
import { type Cost, costOf, timeOf } from '../processes/process-cost.js'
import { SpecHouse } from './spec-house.js'

const rounds = 5

/** At each size stands as much of the other as in the smallest. */
const ladders = { scopes: [60, 600, 6000], operations: [539, 5000, 10_000] } as const

/** Growing with the square gives 1.9 or more on either ladder. */
const inLine: Limit = { atMost: 1.3 }

/** How a full run and one with nothing to do grow with the spec, and what a fault in a large one costs. */
export const generatorScale: Benchmark = {
  about: 'time and memory for 60 to 6,000 scopes and 539 to 10,000 operations; a fault among 6,000 scopes',
  async measure() {
    return [...climb('scopes'), ...climb('operations'), ...explained()]
  },
}

interface Step {
  readonly size: number
  readonly house: SpecHouse
  readonly full: Cost[]
  readonly nothing: Cost[]
}

/** The sizes take turns, so that all of them meet the same noise. */
function climb(kind: keyof typeof ladders): readonly Figure[] {
  const step = (size: number): Step => ({ size, house: filled(kind, size), full: [], nothing: [] })
  const [smallest, middle, largest] = ladders[kind]
  const steps = [step(smallest), step(middle), step(largest)] as const
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const { house, full, nothing } of steps) {
        full.push(costOf(house.fromNothing()))
        nothing.push(costOf(house.command()))
      }
    }
  } finally {
    for (const { house } of steps) house.remove()
  }
  const grown = (of: keyof Cost): readonly number[] => {
    const sized = ({ size, full }: Step): Sized => ({ size, costs: full.map((cost) => cost[of]) })
    return growth([sized(steps[0]), sized(steps[1]), sized(steps[2])])
  }
  const oneMore = `one of ${largest} ${kind} beside one of ${middle}, less what ${smallest} cost`
  return [
    ...steps.flatMap(({ size, full, nothing }) => [
      ...figuresOf(`${size} ${kind}, everything`, full),
      ...figuresOf(`${size} ${kind}, nothing changed`, nothing),
    ]),
    {
      what: `processor time of ${oneMore}`,
      unit: 'times',
      values: grown('cpuMilliseconds'),
      promised: inLine,
    },
    { what: `memory of ${oneMore}`, unit: 'times', values: grown('megabytes'), promised: inLine },
  ]
}

function filled(kind: keyof typeof ladders, size: number): SpecHouse {
  const house = new SpecHouse()
  const sizes = { scopes: ladders.scopes[0], operations: ladders.operations[0], [kind]: size }
  house.fill(sizes.scopes, sizes.operations)
  return house
}

function figuresOf(what: string, costs: readonly Cost[]): readonly Figure[] {
  return [
    { what, unit: 'ms', values: costs.map(({ milliseconds }) => milliseconds) },
    {
      what: `${what}, processor time`,
      unit: 'ms',
      values: costs.map(({ cpuMilliseconds }) => cpuMilliseconds),
    },
    { what: `${what}, memory`, unit: 'MB', values: costs.map(({ megabytes }) => megabytes) },
  ]
}

/** In each file a fault that the whole file must be searched for: to find it, and the word that was meant. */
const faults = [
  ['spec/operations.yaml', 'family_7:read_only', 'famly_7:read_only'],
  ['spec/scopes.yaml', 'kind 1999 }', "kind 1999, includes: { read_only: ['famly_7:read_only'] } }"],
] as const

/** The same spec without a fault and with each, in turn. */
function explained(): readonly Figure[] {
  const size = ladders.scopes[2]
  const house = filled('scopes', size)
  try {
    const good: number[] = []
    const bad = faults.map(([file, right, wrong]) => {
      const text = house.read(file)
      if (!text.includes(right)) throw new Error(`${file} holds no ${right}`)
      return { file, text, broken: text.replace(right, wrong), times: noTimes() }
    })
    for (let round = 0; round < rounds; round += 1) {
      good.push(timeOf(house.fromNothing()))
      for (const { file, text, broken, times } of bad) {
        house.write(file, broken)
        times.push(timeOf({ ...house.fromNothing(), status: 1 }))
        house.write(file, text)
      }
    }
    return bad.flatMap(({ file, times }): Figure[] => {
      const what = `${size} scopes, a fault in ${file} explained`
      const beside = `${what}, beside all made of the same without a fault`
      return [
        { what, unit: 'ms', values: times },
        { what: beside, unit: 'times', values: ratios(times, good), promised: { atMost: 1 } },
      ]
    })
  } finally {
    house.remove()
  }
}

function noTimes(): number[] {
  return []
}
