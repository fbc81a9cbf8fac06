/**
 * What was made last, and what of: so a run with nothing to do imports neither a YAML reader nor
 * ts-morph. All of it is kept, byte by byte: comparing costs less than hashing, and nothing is ever
 * written that comes from here.
 */

import type { Disk } from '../disk/disk.js'
import type { Made } from '../emit/made.js'
import { bundleOf, type Part } from '../inputs/bundle.js'
import type { Inputs } from '../inputs/inputs.js'
import type { Aside } from '../report/fault.js'
import type { Standing } from '../write/standing.js'

/** What a run begins with: what stands for the generator's own code, and all that it read. */
export interface Beginning {
  readonly engine: string
  readonly inputs: Pick<Inputs, 'parts'>
}

/** What was told of the spec when what stands where outputs belong was made of it; `undefined` where it was not. */
export async function recall(
  disk: Disk,
  file: string,
  from: Beginning,
  standing: readonly Standing[],
): Promise<readonly Aside[] | undefined> {
  const known = await disk.read(file).catch(() => undefined)
  const made = memoryOf(from, standing)
  if (known === undefined || Buffer.compare(known.subarray(0, made.length), made) !== 0) return undefined
  return JSON.parse(new TextDecoder().decode(known.subarray(made.length)))
}

/** Keeps what was made. Where nothing can be kept, the next run makes everything anew, and that is all. */
export async function remember(
  disk: Disk,
  file: string,
  from: Beginning,
  { files, guesses }: Made,
): Promise<void> {
  const outputs = files.map(({ path, text }): Part => [path, text])
  const told = Buffer.from(JSON.stringify(guesses()))
  await disk.write(file, Buffer.concat([memoryOf(from, outputs), told])).catch(() => undefined)
}

function memoryOf({ engine, inputs }: Beginning, outputs: readonly Part[]): Uint8Array {
  const sorted = outputs.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return bundleOf([['engine', engine], ...inputs.parts, ...sorted])
}
