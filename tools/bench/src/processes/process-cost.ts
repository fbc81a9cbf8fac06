import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A command line, run in a folder. */
export interface Command {
  /** Node, if left out. */
  readonly program?: string
  readonly args: readonly string[]
  readonly folder: string
  /** What its environment holds besides. */
  readonly env?: Readonly<Record<string, string>>
  /** What goes before each run and is not measured. */
  readonly prepare?: (() => void) | undefined
  /** The exit code that it must end with: 0, if left out. */
  readonly status?: number
  /** Milliseconds after which it is stopped: ten minutes, if left out. */
  readonly limit?: number
}

/** Node that does nothing. */
export function nothing(folder: string): Command {
  return { args: ['-e', '0'], folder }
}

/** Milliseconds that a whole process takes, from its start to its end. */
export function timeOf(command: Command): number {
  command.prepare?.()
  const start = performance.now()
  run(command)
  return performance.now() - start
}

/** What a process cost. */
export interface Cost {
  /** From its start to its end. */
  readonly milliseconds: number
  /** That all its threads used of the processors: it does not grow where others keep the machine busy. */
  readonly cpuMilliseconds: number
  /** The most memory that it held. */
  readonly megabytes: number
}

/** A process in its last moment writes down what it used. */
const noteUsage = `data:text/javascript,import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.NOTE, JSON.stringify(process.resourceUsage())))`

/** What one run of Node costs. It takes some 10 ms longer than it would, since it notes its usage. */
export function costOf(command: Command): Cost {
  const notes = mkdtempSync(join(tmpdir(), 'cost-'))
  const note = join(notes, 'note')
  try {
    const args = ['--import', noteUsage, ...command.args]
    const milliseconds = timeOf({ ...command, args, env: { ...command.env, NOTE: note } })
    const usage: NodeJS.ResourceUsage = JSON.parse(readFileSync(note, 'utf8'))
    return {
      milliseconds,
      cpuMilliseconds: (usage.userCPUTime + usage.systemCPUTime) / 1000,
      megabytes: usage.maxRSS / 1024,
    }
  } finally {
    rmSync(notes, { recursive: true })
  }
}

/** A command took longer than it may. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/**
 * Runs a command.
 *
 * @throws TooLong when it had to be stopped. Error with what the process said when it
 * ended otherwise than it must.
 */
export function run({
  program = process.execPath,
  args,
  folder,
  env,
  status: expected = 0,
  limit = 600_000,
}: Command): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
    timeout: limit,
  })
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT')
    throw new TooLong(`stopped after ${limit / 1000} s`)
  if (error !== undefined) throw error
  if (status !== expected)
    throw new Error(
      `${program} ${args.join(' ')} ended with ${status}:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`,
    )
}
