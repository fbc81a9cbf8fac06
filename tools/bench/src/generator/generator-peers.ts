import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Benchmark, Figure } from '../figures/figure.js'
import { type Command, costOf, TooLong } from '../processes/process-cost.js'
import { openApiOf } from './open-api.js'
import { SpecHouse } from './spec-house.js'

/** How many operations, and how many times: the largest take a minute each. */
const sizes = [
  { operations: 539, rounds: 3 },
  { operations: 2000, rounds: 1 },
  { operations: 10_000, rounds: 1 },
] as const

/**
 * The generator beside those that make TypeScript from an OpenAPI document. The peers emit types of the
 * operations; none emits scopes, a hierarchy of them or what an operation needs, and we emit no types of the
 * API's answers: so it is the cost that compares, not the result.
 */
export const generatorPeers: Benchmark = {
  about:
    'the generator and its peers, whole processes, on as many operations under the same scopes: not on equal bytes, since their documents hold what the API answers',
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'peers-'))
    const house = new SpecHouse()
    try {
      return sizes.flatMap(({ operations, rounds }) => {
        const document = join(folder, `${operations}.json`)
        writeFileSync(document, openApiOf(operations))
        house.fill(60, operations)
        const bytes = house.read('spec/operations.yaml').length + house.read('spec/scopes.yaml').length
        return [
          ...figuresOf(`${operations} operations in ${kilobytes(bytes)}, ours`, rounds, house.fromNothing()),
          ...peers.flatMap((peer) => {
            const args = [join(packageFolder(peer), peer.bin), ...peer.args(document, join(folder, 'out'))]
            const what = `${operations} operations in ${kilobytes(statSync(document).size)}, ${peer.name} ${manifestOf(peer).version}`
            return figuresOf(what, rounds, { args, folder, limit: 60_000 })
          }),
        ]
      })
    } finally {
      house.remove()
      rmSync(folder, { recursive: true })
    }
  },
}

/** What takes too long is stopped, and has no figures but that. */
function figuresOf(what: string, rounds: number, command: Command): readonly Figure[] {
  try {
    const costs = Array.from({ length: rounds }, () => costOf(command))
    return [
      { what, unit: 'ms', values: costs.map(({ milliseconds }) => milliseconds) },
      { what: `${what}, memory`, unit: 'MB', values: costs.map(({ megabytes }) => megabytes) },
    ]
  } catch (error) {
    if (!(error instanceof TooLong)) throw error
    return [{ what: `${what}, ${error.message}`, unit: 'ms', values: [] }]
  }
}

interface Peer {
  readonly name: string
  readonly bin: string
  args(document: string, out: string): readonly string[]
}

const peers: readonly Peer[] = [
  { name: 'openapi-typescript', bin: 'bin/cli.js', args: (document, out) => [document, '-o', `${out}.d.ts`] },
  {
    name: '@hey-api/openapi-ts',
    // What its command starts in a process of its own, whose memory would not be seen.
    bin: 'dist/run.mjs',
    args: (document, out) => ['-i', document, '-o', `${out}-hey`, '--no-log-file'],
  },
  {
    name: 'orval',
    bin: 'dist/bin/orval.js',
    args: (document, out) => ['--input', document, '--output', `${out}.ts`],
  },
]

const { resolve } = createRequire(import.meta.url)

function manifestOf(peer: Peer): { readonly version: string } {
  return JSON.parse(readFileSync(join(packageFolder(peer), 'package.json'), 'utf8'))
}

/** Not every peer lets its manifest be resolved, so the folder is looked for on the way up. */
function packageFolder({ name }: Peer): string {
  const found = (resolve.paths(name) ?? []).map((path) => join(path, name)).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`${name} is not installed`)
  return found
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
