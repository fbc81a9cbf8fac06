/** The main job, end to end, on the fake login server: in the terminal, or with --browser in a page. */
import { serveInBrowser } from './browser-demo.js'
import { TerminalNarrator } from './terminal-narrator.js'
import { walkThrough } from './walk-through.js'

/** A reader that has seen enough, as `| head` has, ends the printing and changes no exit code. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const words = process.argv.slice(2)
const unknown = words.find((word) => word !== '--browser')

if (unknown !== undefined) {
  console.error(`there is no ${unknown}; there is --browser\n"npm run demo -- --help" tells of it`)
  process.exitCode = 2
} else if (words.length > 0) {
  await serveInBrowser()
} else {
  const narrator = new TerminalNarrator(process.stdout)
  await walkThrough(narrator)
  process.exitCode = narrator.finish() ? 0 : 1
}
