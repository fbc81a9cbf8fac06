import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './median.js'

/** A command line of Node, run in a folder. */
export interface Command {
  readonly args: readonly string[]
  readonly folder: string
  /** What its environment holds besides. */
  readonly env?: Readonly<Record<string, string>>
  /** What goes before each run and is not measured. */
  readonly prepare?: (() => void) | undefined
}

/** Milliseconds that a whole process takes, from its start to its end. */
export function timeOf(command: Command): number {
  command.prepare?.()
  const start = performance.now()
  run(command)
  return performance.now() - start
}

/** A process in its last moment writes down the most memory that it held. */
const noteMemory = `data:text/javascript,import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.NOTE, String(process.resourceUsage().maxRSS)))`

/**
 * Time and memory of a process, as a text: the middle of so many runs. Each takes some 10 ms longer than it would, since
 * it notes its memory. What takes too long is stopped, and runs no more.
 */
export function costOf(rounds: number, { args, folder, prepare }: Command): string {
  const notes = mkdtempSync(join(tmpdir(), 'cost-'))
  const note = join(notes, 'note')
  const noting = { args: ['--import', noteMemory, ...args], folder, prepare, env: { NOTE: note } }
  try {
    const costs = Array.from({ length: rounds }, () => ({
      milliseconds: timeOf(noting),
      megabytes: Number(readFileSync(note, 'utf8')) / 1024,
    }))
    const memory = median(costs.map(({ megabytes }) => megabytes)).middle
    return `${median(costs.map(({ milliseconds }) => milliseconds)).text} ms, at most ${memory.toFixed(0)} MB`
  } catch (error) {
    if (!(error instanceof TooLong)) throw error
    return error.message
  } finally {
    rmSync(notes, { recursive: true })
  }
}

/** In milliseconds. */
const LIMIT = 60_000

class TooLong extends Error {
  override readonly name = 'TooLong'
}

/**
 * Runs a command.
 *
 * @throws Error with what the process said when it failed.
 */
export function run({ args, folder, env }: Command): void {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 2 ** 28,
    timeout: LIMIT,
  })
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT')
    throw new TooLong(`stopped after ${LIMIT / 1000} s`)
  if (status !== 0)
    throw new Error(`node ${args.join(' ')} failed:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`)
}
