// What the project costs beside its peers, measured side by side in one run, and whether
// what it promises is kept.
import { availableParallelism, loadavg } from 'node:os'
import { browserSize } from './bundles/browser-size.js'
import { operationTable } from './core/operation-table.js'
import { scopeCover } from './core/scope-cover.js'
import { urlResolution } from './core/url-resolution.js'
import { completion } from './editor/completion.js'
import type { Benchmark, Figure } from './figures/figure.js'
import { lineOf, verdictOn } from './figures/judge.js'
import { generator } from './generator/generator.js'
import { generatorPeers } from './generator/generator-peers.js'
import { generatorScale } from './generator/generator-scale.js'
import { importHistory } from './generator/import-history.js'
import { importTime } from './processes/import-time.js'
import { demo, tests } from './processes/whole-commands.js'
import { tokenEndpoint } from './token-endpoint/token-endpoint.js'

const benchmarks: Readonly<Record<string, Benchmark>> = {
  'import-time': importTime,
  'browser-size': browserSize,
  'token-endpoint': tokenEndpoint,
  'operation-table': operationTable,
  'url-resolution': urlResolution,
  'scope-cover': scopeCover,
  completion,
  demo,
  generator,
  'generator-scale': generatorScale,
  'generator-peers': generatorPeers,
  tests,
}

const list = Object.entries(benchmarks)
  .map(
    ([name, { about, byNameOnly }]) => `  ${name.padEnd(16)} ${about}${byNameOnly ? '; only by name' : ''}\n`,
  )
  .join('')

const help = `Measures what the project costs, beside its peers, in one run, and fails where a promise is broken.
Let the machine do nothing else meanwhile.

  npm run bench                               everything, some ten minutes
  npm run bench -- <name> …                   some of it
  npm run bench -- import-history <folder>    nothing of speed: imports the document of each tag of a git
                                              repository; import-history --help tells more

  -h, --help    this text

${list}
Each figure is a median, with the smallest and the largest behind it; the median is what a promise is held
against. At the end stands whether all promises were kept, or which were broken.

Exit code: 0 all were kept, 1 one was broken, 2 wrong use.
`

const words = process.argv.slice(2)
const unknown = words.find((word) => !Object.hasOwn(benchmarks, word))
if (words[0] === 'import-history') {
  process.exitCode = await importHistory(words.slice(1), (text) => process.stdout.write(text))
} else if (words.includes('--help') || words.includes('-h')) {
  process.stdout.write(help)
} else if (unknown !== undefined) {
  process.stderr.write(
    `there is no benchmark ${unknown}; there are ${Object.keys(benchmarks).join(', ')}\n"npm run bench -- --help" tells what each measures\n`,
  )
  process.exitCode = 2
} else {
  const measured = new Map<string, readonly Figure[]>()
  for (const [name, { measure, byNameOnly }] of Object.entries(benchmarks)) {
    if (words.length === 0 ? byNameOnly : !words.includes(name)) continue
    const load = loadavg()[0]?.toFixed(2)
    process.stdout.write(
      `${name} (Node ${process.version}, ${availableParallelism()} processors, load ${load})\n`,
    )
    const figures = await measure()
    process.stdout.write(`${figures.map((figure) => `  ${lineOf(figure)}\n`).join('')}\n`)
    measured.set(name, figures)
  }
  const { lines, exitCode } = verdictOn(measured)
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = exitCode
}
