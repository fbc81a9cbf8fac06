import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApiOf } from './open-api.js'
import { costOf } from './process-cost.js'
import { SpecHouse } from './spec-house.js'

/** How many operations, and how many times: the largest take a minute each. */
const sizes = [
  { operations: 539, rounds: 3 },
  { operations: 2000, rounds: 1 },
  { operations: 10_000, rounds: 1 },
] as const

/**
 * The generator beside those that make TypeScript from an OpenAPI document, each as a whole process on the same
 * operations under the same scopes. The peers emit types of the operations; none emits scopes, a hierarchy of them or
 * what an operation needs, and we emit no types of the API's answers: so it is the cost that compares, not the result.
 */
export async function generatorPeers(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'))
  const house = new SpecHouse()
  try {
    const lines = sizes.flatMap(({ operations, rounds }) => {
      const document = join(folder, `${operations}.json`)
      writeFileSync(document, openApiOf(operations))
      house.fill(60, operations)
      const own = costOf(rounds, house.fromNothing())
      const size = house.read('spec/operations.yaml').length + house.read('spec/scopes.yaml').length
      return [
        `  ${operations} operations (ours ${kilobytes(size)}, theirs ${kilobytes(statSync(document).size)})`,
        `    ours: ${own}`,
        ...peers.map(
          (peer) =>
            `    ${peer.name} ${manifestOf(peer).version}: ${costOfPeer(peer, rounds, document, folder)}`,
        ),
      ]
    })
    return [...lines, '  The peers emit no scopes; ours emits no types of what the API answers.'].join('\n')
  } finally {
    house.remove()
    rmSync(folder, { recursive: true })
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

function costOfPeer(peer: Peer, rounds: number, document: string, folder: string): string {
  const args = [join(packageFolder(peer), peer.bin), ...peer.args(document, join(folder, 'out'))]
  return costOf(rounds, { args, folder })
}

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
