import type { Disk } from './disk.js'
import { generate, type Run } from './generate.js'
import type { House } from './house.js'
import { Faults } from './report/fault.js'
import { renderFaults } from './report/render.js'
import { applyChanges } from './write/apply.js'
import type { Change } from './write/plan.js'

/** What a command works on, and where it says what it did. */
export interface Surroundings {
  readonly house: House
  readonly disk: Disk
  /** The hash of the generator itself. */
  readonly engine: string
  print(text: string): void
}

/** An exit code: 0 all is well, 1 it is not. */
export type ExitCode = 0 | 1

/** Writes what is not current and removes what is left over. */
export async function writeAll(surroundings: Surroundings): Promise<ExitCode> {
  return reporting(surroundings, async ({ files, changes }) => {
    await applyChanges(changes, surroundings.disk)
    for (const change of changes) surroundings.print(`${verb(change)} ${change.path}\n`)
    surroundings.print(`${summary(files, changes)}\n`)
    return 0
  })
}

/** Shows what is not current and writes nothing. */
export async function checkAll(surroundings: Surroundings): Promise<ExitCode> {
  return reporting(surroundings, async ({ files, changes }) => {
    if (changes.length === 0) {
      surroundings.print(`${summary(files, changes)}\n`)
      return 0
    }
    const { unifiedDiff } = await import('./write/unified-diff.js')
    surroundings.print(unifiedDiff(changes))
    for (const change of changes) surroundings.print(`${change.path} is ${condition(change)}\n`)
    surroundings.print(
      `${changes.length} of the generated files ${changes.length === 1 ? 'is' : 'are'} not current: run "${surroundings.house.command}"\n`,
    )
    return 1
  })
}

async function reporting(
  { house, disk, engine, print }: Surroundings,
  report: (run: Run) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await report(await generate(house, disk, engine))
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    print(`${renderFaults(error.faults)}\n${error.message}; nothing was written\n`)
    return 1
  }
}

function verb({ before, after }: Change): string {
  if (after === undefined) return 'removed'
  return before === undefined ? 'created' : 'updated'
}

function condition({ before, after }: Change): string {
  if (after === undefined) return 'left over'
  return before === undefined ? 'missing' : 'stale or edited'
}

function summary(files: number, changes: readonly Change[]): string {
  if (changes.length === 0) return `all ${files} generated files are current`
  const removed = changes.filter(({ after }) => after === undefined).length
  return `${changes.length - removed} written, ${removed} removed, ${files} in all`
}
