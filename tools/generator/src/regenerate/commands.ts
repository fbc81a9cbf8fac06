import type { ExitCode, Surroundings } from '../command/surroundings.js'
import { generate, type Run } from '../generate.js'
import { journalOf } from '../house/house.js'
import type { Maker } from '../make.js'
import type { Fault } from '../report/fault.js'
import { CONFLICT, STRANGER } from '../signature/mark.js'
import type { Change } from '../write/plan.js'
import { outputsOn } from '../write/standing.js'

/** Writes what is not current and removes what is left over. */
export async function writeAll(surroundings: Surroundings, make?: Maker): Promise<ExitCode> {
  return reporting(surroundings, async () => {
    const { files, changes, strangers, guesses } = await writeChanges(surroundings, make)
    for (const change of changes) say(surroundings, `${verb(change)} ${change.path}`)
    for (const path of strangers) say(surroundings, `left alone ${path}: ${STRANGER}`)
    return allIsWell(surroundings, summary(files, changes), guesses)
  })
}

/**
 * Writes what is not current, and gives what that was.
 *
 * @throws Faults when something is wrong with the spec, or a file may not be written
 * over; then nothing is written.
 */
export function writeChanges(surroundings: Surroundings, make?: Maker): Promise<Run> {
  return undisturbed(surroundings, make, async (run) => {
    if (run.changes.length > 0) {
      const { applyChanges } = await import('../write/apply.js')
      await applyChanges(run.changes, surroundings.disk, surroundings.house, run.isCurrent)
    }
    return run
  })
}

/** Shows what was edited since it was generated; what is only stale is no matter. Nothing is written. */
export function tellEdited(surroundings: Surroundings): Promise<ExitCode> {
  const { disk, house } = surroundings
  return reporting(surroundings, async () => {
    const { byHand, textOf } = await import('../write/plan.js')
    const isEdited = (text: string | undefined) => text !== undefined && byHand(text, house) === 'edited'
    if (!(await outputsOn(disk, house)).some(([, bytes]) => isEdited(textOf(bytes)))) return 0
    const run = await undisturbed(surroundings, undefined, async (found) => found)
    const changes = run.changes.filter((change) => change.byHand === 'edited')
    return tellChanges(surroundings, { ...run, changes, strangers: [] })
  })
}

/** Shows what is not current and writes nothing, but for what a killed run left half written. */
export async function checkAll(surroundings: Surroundings, make?: Maker): Promise<ExitCode> {
  return reporting(surroundings, async () => {
    const run = await undisturbed(surroundings, make, async (found) => found)
    const { files, changes, strangers, guesses } = run
    if (changes.length + strangers.length === 0)
      return allIsWell(surroundings, summary(files, changes), guesses)
    return tellChanges(surroundings, run)
  })
}

async function tellChanges(surroundings: Surroundings, run: Run): Promise<ExitCode> {
  const { notCurrent } = await import('../write/not-current.js')
  const { patch, faults, words } = notCurrent(run, surroundings.house)
  if (surroundings.style?.format === 'github' || isForPeople(surroundings)) surroundings.print(patch + words)
  if (!isForPeople(surroundings)) await tell(surroundings, faults)
  return 1
}

async function allIsWell(
  surroundings: Surroundings,
  words: string,
  guesses: Run['guesses'],
): Promise<ExitCode> {
  say(surroundings, words)
  const open = guesses()
  const { style, print } = surroundings
  if (style?.format === 'json')
    print((await import('../report/json.js')).asJson([], { guesses: open, compact: style.compact }))
  else if (open.length > 0) say(surroundings, (await import('../command/to-decide.js')).toDecide(open))
  return 0
}

/** Does what is to be done, and tells the faults that stop it. */
async function reporting(surroundings: Surroundings, act: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await act()
  } catch (error) {
    const [{ Faults }, { UNFINISHED }] = await Promise.all([
      import('../report/fault.js'),
      import('../write/journal.js'),
    ])
    if (!(error instanceof Faults)) throw error
    await tell(surroundings, error.faults)
    const half = error.faults.some(({ rule }) => rule === UNFINISHED)
    say(surroundings, `\n${error.message}${half ? '' : '; nothing was written'}`)
    return 1
  }
}

/** Plans a run and acts on it, and does so anew while another run is faster. */
async function undisturbed(
  surroundings: Surroundings,
  make: Maker | undefined,
  act: (run: Run) => Promise<Run>,
): Promise<Run> {
  const { house, disk, engine } = surroundings
  for (let attempts = ATTEMPTS; ; ) {
    try {
      await finishInterrupted(surroundings)
      return await act(await generate(house, disk, engine, make))
    } catch (error) {
      const { Overtaken } = await import('../write/overtaken.js')
      attempts -= 1
      if (!(error instanceof Overtaken) || attempts === 0) throw error
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
  if (before !== undefined && CONFLICT.test(before)) return 'made anew, with what git could not merge,'
  return before === undefined ? 'created' : 'updated'
}

/** How many files a run wrote and removed, and how many there are. */
export function summary(files: number, changes: readonly Change[]): string {
  if (changes.length === 0) return `all ${files} generated files are current`
  const removed = changes.filter(({ after }) => after === undefined).length
  return `${changes.length - removed} written, ${removed} removed, ${files} in all`
}
