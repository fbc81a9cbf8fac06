// The main job, end to end, on the fake login server: in the terminal, or with --browser in a page.
import { parseArgs } from 'node:util'
import { serveInBrowser } from './browser-demo.js'
import { Narrator } from './narrator.js'
import { walkThrough } from './walk-through.js'

const { values } = parseArgs({ options: { browser: { type: 'boolean', default: false } } })

if (values.browser) {
  await serveInBrowser()
} else {
  const narrator = new Narrator(process.stdout)
  await walkThrough(narrator)
  process.exitCode = narrator.finish() ? 0 : 1
}
