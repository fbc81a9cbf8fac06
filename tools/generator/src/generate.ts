import type { Disk } from './disk/disk.js'
import type { Made } from './emit/made.js'
import type { House } from './house/house.js'
import { isSame } from './inputs/bundle.js'
import { type Inputs, readInputs } from './inputs/inputs.js'
import type { Maker } from './make.js'
import { type Beginning, recall, remember } from './memory/remember.js'
import type { Aside } from './report/fault.js'
import type { Plan } from './write/plan.js'
import { outputsOn } from './write/standing.js'

/**
 * What a run found: how many files the spec makes, and what would have to change so that the disk
 * holds these and no older ones.
 */
export interface Run extends Plan {
  readonly files: number
  /** What the spec marks as a guess. */
  guesses(): readonly Aside[]
  /** Whether the spec is still the one that they come from. */
  isCurrent(): Promise<boolean>
}

/**
 * The whole way of the data, but for the writing: the spec as it stands on the disk becomes texts, and these
 * become a plan of changes. Nothing of what is generated is written.
 *
 * @param engine - what stands for the generator's own code in the memory of earlier runs;
 * `undefined` where there is none.
 * @param make - what makes the files when they are not remembered; left out, one that begins from nothing
 * and does all in this thread.
 * @throws Faults when something is wrong with the spec.
 */
export async function generate(
  house: House,
  disk: Disk,
  engine: string | undefined,
  make: Maker = makeOnce,
): Promise<Run> {
  for (;;) {
    const inputs = await readInputs(house, disk)
    const isCurrent = async () => isSame((await readInputs(house, disk)).parts, inputs.parts)
    const from = engine === undefined ? undefined : { engine, inputs }
    const known = from && (await knownRun(from, house, disk))
    if (known !== undefined) return { ...known, isCurrent }
    const made = await make(inputs, house)
    if (from !== undefined) await remember(disk, house.memory, from, made)
    const plan = await planOf(made, house, disk)
    // A spec that is saved meanwhile was perhaps read half written: nothing may come of it.
    if (plan.changes.length > 0 && !(await isCurrent())) continue
    return { files: made.files.length, ...plan, guesses: made.guesses, isCurrent }
  }
}

/** A run with nothing to do: all stands as an earlier one made it of the same. */
async function knownRun(
  from: Beginning,
  house: House,
  disk: Disk,
): Promise<Omit<Run, 'isCurrent'> | undefined> {
  const standing = await outputsOn(disk, house)
  const guesses = await recall(disk, house.memory, from, standing)
  return guesses && { files: standing.length, changes: [], strangers: [], guesses: () => guesses }
}

async function planOf({ files }: Made, house: House, disk: Disk): Promise<Plan> {
  const { planChanges } = await import('./write/plan.js')
  const paths = files.map(({ path }) => path)
  return planChanges(files, await outputsOn(disk, house, paths), house)
}

/** Imports what makes the files, which a run with nothing to do never needs. */
async function makeOnce(inputs: Inputs, house: House): Promise<Made> {
  const [{ maker }, { printHere }] = await Promise.all([
    import('./make.js'),
    import('./emit/typescript/press.js'),
  ])
  return maker(printHere)(inputs, house)
}
