/** What is wrong with Acme's spec after some edits, as tests of rules ask it. */
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { readInputs } from '../inputs/inputs.js'
import { loadSpec } from '../load/load.js'
import { loadOnce } from '../load/load-once.fixture.js'
import { type Fault, Faults } from '../report/fault.js'
import { acme, filesOf } from '../spec/acme.fixture.js'
import type { Part } from '../spec/documents.js'
import { validate } from './validate.js'

/** A place in Acme's spec and what is written there instead. */
export type Edit = readonly [part: Part, from: string, to: string]

/**
 * Everything that is wrong with Acme's spec after some edits: what the caret marks,
 * what is wrong, what to do.
 */
export async function faultsAfter(...edits: readonly Edit[]): Promise<string[]> {
  return (await rawFaultsAfter(...edits)).map(({ place, wrong, fix }) => {
    const marked = place.text.slice(place.column - 1, place.column - 1 + place.width)
    return `${marked}: ${wrong}: ${fix}`
  })
}

/** The same, as they are. */
export async function rawFaultsAfter(...edits: readonly Edit[]): Promise<readonly Fault[]> {
  const spec = { ...acme }
  for (const [part, from, to] of edits) {
    if (!spec[part].includes(from)) throw new Error(`Acme's ${part} don't hold ${from}`)
    spec[part] = spec[part].replace(from, () => to)
  }
  return faultsOf(filesOf(spec))
}

/** Everything that is wrong with the spec among some files. */
export async function faultsOf(files: Readonly<Record<string, string>>): Promise<readonly Fault[]> {
  try {
    validate(loadSpec(await readInputs(otherHouse, new MemoryDisk(files)), loadOnce), otherHouse)
    return []
  } catch (error) {
    if (!(error instanceof Faults)) throw error
    return error.faults
  }
}
