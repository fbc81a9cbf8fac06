/** The command line: `generate`, and its ways to only look or to go on looking. */
import { join, resolve } from 'node:path'
import { help, type Mode, readMode } from './command-line.js'
import { checkAll, type Surroundings, writeAll } from './commands.js'
import { diskAt } from './disk.js'
import { engineHash } from './engine-hash.js'
import { house } from './house.js'

const root = resolve(import.meta.dirname, '../../..')

async function run(mode: Mode): Promise<number> {
  if (mode === 'help') {
    process.stdout.write(help)
    return 0
  }
  const engine = await engineHash(import.meta.dirname)
  const print = (text: string) => process.stdout.write(text)
  const surroundings: Surroundings = { house, disk: diskAt(root), engine, print }
  switch (mode) {
    case 'check':
      return checkAll(surroundings)
    case 'write':
      return writeAll(surroundings)
    case 'watch':
      return watch(surroundings)
  }
}

async function watch(surroundings: Surroundings): Promise<number> {
  const { runOnChange } = await import('./watch.js')
  const stop = new AbortController()
  surroundings.print('watching spec/, until Ctrl-C\n')
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort())
  await runOnChange(join(root, 'spec'), () => writeAll(surroundings), stop.signal)
  return 0
}

function modeOrUsage(): Mode | undefined {
  try {
    return readMode(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
    return undefined
  }
}

const mode = modeOrUsage()
process.exitCode = mode === undefined ? 2 : await run(mode)
