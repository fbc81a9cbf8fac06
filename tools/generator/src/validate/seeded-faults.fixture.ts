/** The folder of seeded faults as disks: each has the good spec but for the files that its own folder holds. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Disk, diskAt } from '../disk/disk.js'
import { house } from '../house/this-repository.js'
import { loadSpec } from '../load/load.js'
import { loadOnce } from '../load/load-once.fixture.js'
import { type Fault, Faults } from '../report/fault.js'
import { readInputs } from '../spec/inputs.js'
import { judgeVectors } from './judge-vectors.js'
import { validate } from './validate.js'

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
  const { files, schema } = inputs.vectors
  const examples = judgeVectors(files.map(loadOnce), schema && loadOnce(schema))
  try {
    validate(loadSpec(inputs, loadOnce), house, examples)
    return []
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    return error.faults
  }
}

const SPEC = 'spec/'
const SCHEMAS = 'spec/schema/'

/** The files of a seed, read as the generator reads them; none of them can be written. */
export function diskOf(seed: string): Disk {
  const [own, good] = [diskAt(join(folder, seed)), diskAt(join(folder, GOOD))]
  const repository = diskAt(join(folder, '../../..'))
  const refuse = () => Promise.reject(new Error('nothing may be changed'))
  return {
    read: async (file) => {
      if (file.startsWith(SCHEMAS) || !file.startsWith(SPEC)) return repository.read(file)
      const name = file.slice(SPEC.length)
      return (await own.read(name)) ?? good.read(name)
    },
    list: async (listed) => (await own.list(listed.slice(SPEC.length))).map((file) => `${SPEC}${file}`),
    write: refuse,
    stage: refuse,
    create: refuse,
    remove: refuse,
  }
}
