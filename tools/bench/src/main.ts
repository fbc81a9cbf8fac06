// What the project costs beside its peers, measured side by side in one run: `npm run bench`, or one by name.
import { availableParallelism, loadavg } from 'node:os'
import { browserSize } from './browser-size.js'
import { completion } from './completion.js'
import { generator } from './generator.js'
import { generatorPeers } from './generator-peers.js'
import { generatorScale } from './generator-scale.js'
import { importTime } from './import-time.js'
import { operationTable } from './operation-table.js'
import { scopeCover } from './scope-cover.js'
import { tokenEndpoint } from './token-endpoint.js'
import { urlResolution } from './url-resolution.js'

const benchmarks: Readonly<Record<string, () => Promise<string>>> = {
  'import-time': importTime,
  'browser-size': browserSize,
  'token-endpoint': tokenEndpoint,
  'operation-table': operationTable,
  'url-resolution': urlResolution,
  'scope-cover': scopeCover,
  completion,
  generator,
  'generator-scale': generatorScale,
  'generator-peers': generatorPeers,
}

const all = Object.keys(benchmarks)

const help = `Measures what the project costs, beside its peers, in one run. Let the machine do nothing else meanwhile.

  npm run bench                 everything, some ten minutes
  npm run bench -- <name> …     some of it: ${all.join(', ')}
  -h, --help                    this text

Each figure is a median, with the smallest and the largest behind it. tools/bench/README.md tells what is measured.
`

const words = process.argv.slice(2)
const unknown = words.find((word) => !all.includes(word))
if (words.includes('--help') || words.includes('-h')) {
  process.stdout.write(help)
} else if (unknown !== undefined) {
  process.stderr.write(`no benchmark is called ${unknown}; there are ${all.join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (words.length > 0 && !words.includes(name)) continue
    const load = loadavg()[0]?.toFixed(2)
    process.stdout.write(
      `${name} (Node ${process.version}, ${availableParallelism()} processors, load ${load})\n`,
    )
    process.stdout.write(`${await benchmark()}\n\n`)
  }
}
