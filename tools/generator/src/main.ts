#!/usr/bin/env node
/** The command line: what is asked for is done in this repository. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Request, readRequest, type Subcommand, type Topic, topicOf } from './command/command-line.js'
import { styleOf } from './command/style.js'
import type { Command, ExitCode, Surroundings } from './command/surroundings.js'
import { UsageError } from './command/words.js'
import { diskAt } from './disk/disk.js'
import { house } from './house/this-repository.js'
import type { Maker } from './make.js'
import { engineIn } from './memory/engine.js'
import { checkAll, tellEdited, writeAll } from './regenerate/commands.js'

const root = resolve(import.meta.dirname, '../../..')

async function run(request: Request): Promise<ExitCode> {
  switch (request.mode) {
    case 'help':
      print(await helpOf(request.of))
      return 0
    case '--check':
      return checkAll(here(request.format), makeBeside)
    case '--edited':
      return tellEdited(here(request.format))
    case 'write':
      return writeAll(here(request.format), makeBeside)
    case '--watch':
      return watch(here(request.format))
    case 'diff':
      await compileLess()
      return (await commandOf(request.mode)).run(request.args, here())
    case 'import':
      return (await commandOf(request.mode)).run(request.args, here())
  }
}

/** Makes the files once, with a second thread for the printing. */
const makeBeside: Maker = async (inputs, house) => {
  const [{ maker }, { printBeside }] = await Promise.all([
    import('./make.js'),
    import('./emit/typescript/press.js'),
    compileLess(),
  ])
  return maker(printBeside)(inputs, house)
}

/** Beyond so many bytes of the spec, what V8 compiles for speed pays while a run lasts. */
const LARGE = 400_000

async function compileLess(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8')
  const sizes = Object.values(house.spec).map(
    (file) => statSync(resolve(root, file), { throwIfNoEntry: false })?.size ?? 0,
  )
  if (sizes.reduce((sum, size) => sum + size) < LARGE) setFlagsFromString('--no-opt')
}

async function watch(surroundings: Surroundings): Promise<ExitCode> {
  const { watchAll } = await import('./regenerate/watch.js')
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort())
  return watchAll(surroundings, root, stop.signal)
}

async function helpOf(of: Topic | undefined): Promise<string> {
  if (of === 'import' || of === 'diff') return (await commandOf(of)).help(house)
  const { help, watchHelp } = await import('./regenerate/help.js')
  return of === '--watch' ? watchHelp(house) : help(house)
}

function commandOf(name: Subcommand): Promise<Command> {
  return name === 'import' ? import('./import/command.js') : import('./diff/command.js')
}

function here(format?: Parameters<typeof styleOf>[0]): Surroundings {
  const style = styleOf(format, process.env, process.stdout.isTTY)
  return { house, disk: diskAt(root), engine: engineIn(import.meta.dirname), print, style }
}

function print(text: string): void {
  process.stdout.write(text)
}

/** A reader that has seen enough, as `| head` has, ends the printing and not the work. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

process.stdout.on('error', ignoreClosedPipe)
const words = process.argv.slice(2)
try {
  process.exitCode = await run(await readRequest(words))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  const command = [house.call, topicOf(words) ?? [], '--help'].flat().join(' ')
  process.stderr.write(`${error.message}\n"${command}" tells what there is\n`)
  process.exitCode = 2
}
