/**
 * The folder of seeded faults as disks: each has the good spec but for what its `change.diff` changes in it,
 * for the files that its own folder holds as a whole, and for the folders that `missing.txt` names.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { applyPatch, parsePatch } from 'diff'
import { type Disk, diskAt } from '../disk/disk.js'
import { house } from '../house/this-repository.js'
import { readInputs } from '../inputs/inputs.js'
import { loadSpec } from '../load/load.js'
import { loadOnce } from '../load/load-once.fixture.js'
import { type Fault, Faults } from '../report/fault.js'
import { falseExamplesIn } from './examples/false-examples.js'
import { judgeVectors } from './examples/judge-vectors.js'
import { faultsOfExamples, faultsOfSchemas, validator } from './validate.js'

/** Where the seeds stand, each in a folder of its own beside the good spec. */
export const folder: string = join(import.meta.dirname, '../../faults')

const GOOD = 'good'

/** The name of every seed. */
export const seeds: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== GOOD)
  .map((entry) => entry.name)
  .sort()

/** Everything that is wrong with a seed's spec, worked out once. */
export async function faultsOfSeed(seed: string): Promise<readonly Fault[]> {
  const known = found.get(seed) ?? (await faultsIn(seed))
  found.set(seed, known)
  return known
}

const found = new Map<string, readonly Fault[]>()

/** Everything that is wrong with the good spec. */
export function faultsOfGood(): Promise<readonly Fault[]> {
  return faultsIn(GOOD)
}

async function faultsIn(name: string): Promise<readonly Fault[]> {
  const inputs = await readInputs(house, diskOf(name))
  const { folder: examplesIn, files, schema } = inputs.vectors
  const examples = judgeVectors(files.map(loadOnce), schema && loadOnce(schema), examplesIn)
  const spec = loadSpec(inputs, loadOnce)
  const { documents, known, faults } = validator()(spec, house)
  const ofSchemas = faultsOfSchemas(Object.values(spec.schemas))
  const all = [...faults, ...faultsOfExamples({ ...known, ...examples }), ...ofSchemas]
  const isSound = documents && all.length === 0
  return new Faults(isSound ? falseExamplesIn([examples.accepted, documents.operations]) : all).faults
}

const SPEC = 'spec/'
const SCHEMAS = 'spec/schema/'

/** The files of a seed, read as the generator reads them; none of them can be written. */
export function diskOf(seed: string): Disk {
  const [own, good] = [diskAt(join(folder, seed)), diskAt(join(folder, GOOD))]
  const repository = diskAt(join(folder, '../../..'))
  // A folder can't be seen to be missing: a seed without one says so.
  const lacks = async (listed: string) =>
    decode(await own.read('missing.txt'))
      .split('\n')
      .includes(listed)
  const refuse = () => Promise.reject(new Error('nothing may be changed'))
  return {
    read: async (file) => {
      if (file.startsWith(SCHEMAS) || !file.startsWith(SPEC)) return repository.read(file)
      const name = file.slice(SPEC.length)
      return (await own.read(name)) ?? changed(name, await good.read(name), await own.read('change.diff'))
    },
    list: async (listed) => {
      const name = listed.slice(SPEC.length)
      const files = await own.list(name)
      const all = files.length > 0 || (await lacks(listed)) ? files : await good.list(name)
      return all.map((file) => `${SPEC}${file}`)
    },
    write: refuse,
    stage: refuse,
    unstage: refuse,
    create: refuse,
    remove: refuse,
  }
}

/** A file of the good spec, with what a seed changes in it. */
function changed(
  name: string,
  good: Uint8Array | undefined,
  change: Uint8Array | undefined,
): Uint8Array | undefined {
  const patch = parsePatch(decode(change)).find(({ newFileName }) => newFileName === name)
  if (good === undefined || patch === undefined) return good
  const text = applyPatch(decode(good), patch)
  if (text === false) throw new Error(`the change of ${name} does not fit the good spec any more`)
  return new TextEncoder().encode(text)
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
