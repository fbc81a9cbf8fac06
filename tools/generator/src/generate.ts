import type { Disk } from './disk.js'
import { type House, outputFolders } from './house.js'
import { type Inputs, readInputs } from './inputs.js'
import { remember } from './remember.js'
import { type Change, planChanges, type TextFile } from './write/plan.js'

/** What a run found. */
export interface Run {
  /** How many files the spec makes. */
  readonly files: number
  /** What would have to change on the disk so that it holds these files and no older ones. */
  readonly changes: readonly Change[]
}

/**
 * The whole way of the data, but for the writing: the spec as it stands on the disk becomes texts, and these become a
 * plan of changes. Nothing of what is generated is written.
 *
 * @param engine what stands for the generator's own code in the memory of earlier runs.
 * @throws Faults when something is wrong with the spec.
 */
export async function generate(house: House, disk: Disk, engine: string): Promise<Run> {
  const inputs = await readInputs(house, disk)
  const files = await remember(disk, house.memory, inputs.key(engine), () => make(inputs, house))
  return { files: files.length, changes: await planChanges(files, outputFolders(house), house, disk) }
}

/** load ▸ validate ▸ model ▸ emit. Each is imported only when something must be made. */
async function make(inputs: Inputs, house: House): Promise<readonly TextFile[]> {
  const [{ loadSpec }, { validate }, { modelOf }, { emit }] = await Promise.all([
    import('./load/load.js'),
    import('./validate/validate.js'),
    import('./model/model-of.js'),
    import('./emit/emit.js'),
  ])
  return emit(modelOf(validate(loadSpec(inputs), house)), house)
}
