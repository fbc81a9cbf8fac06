// What the project costs beside its peers, measured side by side in one run: `npm run bench`, or one by name.
import { browserSize } from './browser-size.js'
import { generator } from './generator.js'
import { generatorPeers } from './generator-peers.js'
import { generatorScale } from './generator-scale.js'
import { importTime } from './import-time.js'
import { tokenEndpoint } from './token-endpoint.js'

const benchmarks: Readonly<Record<string, () => Promise<string>>> = {
  'import-time': importTime,
  'browser-size': browserSize,
  'token-endpoint': tokenEndpoint,
  generator,
  'generator-scale': generatorScale,
  'generator-peers': generatorPeers,
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benchmarks)
for (const name of names) {
  const benchmark = benchmarks[name]
  if (benchmark === undefined) {
    throw new Error(`no benchmark is called ${name}; there are ${Object.keys(benchmarks).join(', ')}`)
  }
  process.stdout.write(`${name}\n${await benchmark()}\n\n`)
}
