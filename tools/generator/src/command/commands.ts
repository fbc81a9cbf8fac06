import { generate, type Run } from '../generate.js'
import { journalOf } from '../house/house.js'
import type { Maker } from '../make.js'
import type { Fault } from '../report/fault.js'
import { STRANGER } from '../write/mark.js'
import type { Change } from '../write/plan.js'
import type { ExitCode, Surroundings } from './surroundings.js'

/** Writes what is not current and removes what is left over. */
export async function writeAll(surroundings: Surroundings, make?: Maker): Promise<ExitCode> {
  return reporting(surroundings, make, async ({ files, changes, strangers, isCurrent }) => {
    if (changes.length > 0) {
      const { applyChanges } = await import('../write/apply.js')
      await applyChanges(changes, surroundings.disk, surroundings.house, isCurrent)
    }
    for (const change of changes) say(surroundings, `${verb(change)} ${change.path}`)
    for (const path of strangers) say(surroundings, `left alone ${path}: ${STRANGER}`)
    return allIsWell(surroundings, summary(files, changes))
  })
}

/** Shows what is not current and writes nothing, but for what a killed run left half written. */
export async function checkAll(surroundings: Surroundings, make?: Maker): Promise<ExitCode> {
  return reporting(surroundings, make, async ({ files, changes, strangers }) => {
    if (changes.length + strangers.length === 0) return allIsWell(surroundings, summary(files, changes))
    const { notCurrent } = await import('../write/not-current.js')
    const { patch, faults, words } = notCurrent(changes, strangers, surroundings.house)
    if (surroundings.style?.format === 'github' || isForPeople(surroundings))
      surroundings.print(patch + words)
    if (!isForPeople(surroundings)) await tell(surroundings, faults)
    return 1
  })
}

async function allIsWell(surroundings: Surroundings, words: string): Promise<ExitCode> {
  if (isForPeople(surroundings)) surroundings.print(`${words}\n`)
  else await tell(surroundings, [])
  return 0
}

async function reporting(
  surroundings: Surroundings,
  make: Maker | undefined,
  report: (run: Run) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { house, disk, engine } = surroundings
  for (let attempts = ATTEMPTS; ; ) {
    try {
      await finishInterrupted(surroundings)
      return await report(await generate(house, disk, engine, make))
    } catch (error) {
      const [{ Faults }, { Overtaken }, { UNFINISHED }] = await Promise.all([
        import('../report/fault.js'),
        import('../write/overtaken.js'),
        import('../write/journal.js'),
      ])
      if (!(error instanceof Faults)) throw error
      attempts -= 1
      if (error instanceof Overtaken && attempts > 0) continue
      await tell(surroundings, error.faults)
      const half = error.faults.some(({ rule }) => rule === UNFINISHED)
      say(surroundings, `\n${error.message}${half ? '' : '; nothing was written'}`)
      return 1
    }
  }
}

/** How often a run begins anew because another one wrote meanwhile. */
const ATTEMPTS = 3

/** What a killed run left half written is finished first. */
async function finishInterrupted(surroundings: Surroundings): Promise<void> {
  const { disk, house } = surroundings
  const journal = journalOf(house)
  if (!(await disk.list(house.client.folder)).some((file) => file.startsWith(journal))) return
  const { finishJournal } = await import('../write/finish-journal.js')
  const finished = await finishJournal(disk, house)
  for (const file of finished) say(surroundings, `finished ${file}, left by a run that was stopped`)
}

/** Tells faults in the form that was asked for. */
async function tell({ print, style }: Surroundings, faults: readonly Fault[]): Promise<void> {
  const { renderFaults } = await import('../report/render.js')
  print(renderFaults(faults, style))
}

/** Tells people something; programs are told of faults only. */
function say(surroundings: Surroundings, words: string): void {
  if (isForPeople(surroundings)) surroundings.print(`${words}\n`)
}

function isForPeople({ style }: Surroundings): boolean {
  return style === undefined || style.format === 'text'
}

function verb({ before, after }: Change): string {
  if (after === undefined) return 'removed'
  return before === undefined ? 'created' : 'updated'
}

function summary(files: number, changes: readonly Change[]): string {
  if (changes.length === 0) return `all ${files} generated files are current`
  const removed = changes.filter(({ after }) => after === undefined).length
  return `${changes.length - removed} written, ${removed} removed, ${files} in all`
}
