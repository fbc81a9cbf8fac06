import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
    install()
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
            const args = [commandOf(peer), ...peer.args(document, join(folder, 'out'))]
            const what = `${operations} operations in ${kilobytes(statSync(document).size)}, ${peer.name} ${peer.version}`
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
  readonly version: string
  readonly bin: string
  args(document: string, out: string): readonly string[]
}

const peers: readonly Peer[] = [
  {
    name: 'openapi-typescript',
    version: '7.13.0',
    bin: 'bin/cli.js',
    args: (document, out) => [document, '-o', `${out}.d.ts`],
  },
  {
    name: '@hey-api/openapi-ts',
    version: '0.92.2',
    // What its command starts in a process of its own, whose memory would not be seen.
    bin: 'dist/run.mjs',
    args: (document, out) => ['-i', document, '-o', `${out}-hey`, '--no-log-file'],
  },
  {
    name: 'orval',
    version: '7.13.2',
    bin: 'dist/bin/orval.js',
    args: (document, out) => ['--input', document, '--output', `${out}.ts`],
  },
]

/** The compiler that all of them print by. */
const TYPESCRIPT = '6.0.3'

/** Nobody but this benchmark needs the peers, which are a third of all packages that there would be. */
const home = join(import.meta.dirname, '../../../../node_modules/.cache/peers')

function commandOf({ name, bin }: Peer): string {
  return join(home, 'node_modules', name, bin)
}

/** Brings the peers, unless these versions are there. */
function install(): void {
  const versions = peers.map(({ name, version }) => [name, version])
  const manifest = JSON.stringify({
    dependencies: Object.fromEntries([...versions, ['typescript', TYPESCRIPT]]),
  })
  const place = join(home, 'package.json')
  if (peers.every((peer) => existsSync(commandOf(peer))) && readFileSync(place, 'utf8') === manifest) return
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  writeFileSync(place, manifest)
  const words = ['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund']
  execFileSync('npm', words, { cwd: home, stdio: 'inherit' })
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
