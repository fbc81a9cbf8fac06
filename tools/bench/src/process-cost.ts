import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './median.js'

/** A command line of Node, run in a folder. */
export interface Command {
  readonly args: readonly string[]
  readonly folder: string
  /** What goes before each run and is not measured. */
  prepare?(): void
}

/** Milliseconds that a whole process takes, from its start to its end. */
export function timeOf({ args, folder, prepare }: Command): number {
  prepare?.()
  const start = performance.now()
  run(args, folder)
  return performance.now() - start
}

/** A process in its last moment writes down the most memory that it held. */
const noteMemory = `data:text/javascript,import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.NOTE, String(process.resourceUsage().maxRSS)))`

/** The most memory that a process held at once, in megabytes. It notes it itself, so this run is none that is timed. */
function peakOf({ args, folder, prepare }: Command): number {
  prepare?.()
  const notes = mkdtempSync(join(tmpdir(), 'cost-'))
  const note = join(notes, 'note')
  try {
    run(['--import', noteMemory, ...args], folder, { NOTE: note })
    return Number(readFileSync(note, 'utf8')) / 1024
  } finally {
    rmSync(notes, { recursive: true })
  }
}

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 2 ** 28,
  })
  if (status !== 0)
    throw new Error(`node ${args.join(' ')} failed:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`)
}

/** Time and memory of a process, as a text: the middle of so many runs, and one more for the memory. */
export function costOf(rounds: number, command: Command): string {
  const times = Array.from({ length: rounds }, () => timeOf(command))
  return `${median(times).text} ms, at most ${peakOf(command).toFixed(0)} MB`
}
