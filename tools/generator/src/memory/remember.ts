/**
 * What was made last, and what of: so a run with nothing to do imports neither a YAML reader nor
 * ts-morph. All of it is kept, byte by byte: comparing costs less than hashing, and nothing is ever
 * written that comes from here.
 */
import type { Disk } from '../disk/disk.js'
import type { Inputs } from '../spec/inputs.js'
import type { TextFile } from '../write/plan.js'
import type { Standing } from '../write/standing.js'
import { bundleOf, type Part } from './bundle.js'

/** What a run begins with: what stands for the generator's own code, and all that it read. */
export interface Beginning {
  readonly engine: string
  readonly inputs: Pick<Inputs, 'parts'>
}

/** Whether what stands where outputs belong is what was made last, and of the same. */
export async function isRemembered(
  disk: Disk,
  file: string,
  from: Beginning,
  standing: readonly Standing[],
): Promise<boolean> {
  const known = await disk.read(file).catch(() => undefined)
  return known !== undefined && Buffer.compare(known, memoryOf(from, standing)) === 0
}

/** Keeps what was made. Where nothing can be kept, the next run makes everything anew, and that is all. */
export async function remember(
  disk: Disk,
  file: string,
  from: Beginning,
  made: readonly TextFile[],
): Promise<void> {
  const outputs = made.map(({ path, text }): Part => [path, text])
  await disk.write(file, memoryOf(from, outputs)).catch(() => undefined)
}

function memoryOf({ engine, inputs }: Beginning, outputs: readonly Part[]): Uint8Array {
  const sorted = outputs.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return bundleOf([['engine', engine], ...inputs.parts, ...sorted])
}
