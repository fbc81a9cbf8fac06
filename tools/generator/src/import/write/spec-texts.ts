/** The spec's texts before and after an import: the old ones are sound, and so must the new ones be. */
import { isDeepStrictEqual } from 'node:util'
import type { Surroundings } from '../../command/surroundings.js'
import type { Disk } from '../../disk/disk.js'
import { readInputs } from '../../inputs/inputs.js'
import { loadSpec } from '../../load/load.js'
import { type Fault, Faults, wholeFile } from '../../report/fault.js'
import type { Documents } from '../../spec/documents.js'
import { validate } from '../../validate/validate.js'
import { validateWhole } from '../../validate/validate-whole.js'
import { type Change, textOf } from '../../write/plan.js'
import { withOperations, withScopes } from '../plan/apply-edits.js'
import type { Plan } from '../plan/plan.js'
import { writeOperations } from './write-operations.js'
import { writeScopes } from './write-scopes.js'

/** Where the spec stands, and what reads it. */
export interface SpecPlace extends Pick<Surroundings, 'house' | 'load'> {
  readonly disk: Pick<Disk, 'read' | 'list'>
}

/**
 * The spec as it stands.
 *
 * @throws Faults when it is at fault.
 */
export async function readSpec({ house, disk, load }: SpecPlace): Promise<Documents> {
  return validate(loadSpec(await readInputs(house, disk), load), house)
}

/**
 * The files that a plan changes, with their texts.
 *
 * @throws Faults when the new texts would be at fault.
 */
export async function changesOf(plan: Plan, before: Documents, place: SpecPlace): Promise<readonly Change[]> {
  const { house, disk } = place
  const edit = async (path: string, edited: (text: string) => string): Promise<Change[]> => {
    const text = textOf(await disk.read(path)) ?? ''
    const after = edited(text)
    return after === text ? [] : [{ path, before: text, after }]
  }
  const changes = [
    ...(await edit(house.spec.scopes, (text) => writeScopes(text, plan.scopes))),
    ...(await edit(house.spec.operations, (text) => writeOperations(text, plan.operations, plan.version))),
  ]
  if (changes.length === 0) return changes
  const inputs = await readInputs(house, over(changes, disk))
  const { documents: after } = judged(plan, () => validateWhole(inputs, house, place.load))
  const scopes = withScopes(before.scopes, plan.scopes)
  const operations = withOperations(before.operations, plan.operations, plan.version)
  requireSame(after.scopes, scopes, house.spec.scopes)
  requireSame(after.operations, operations, house.spec.operations)
  return changes
}

/** What is judged, where an example of an operation that the plan removes is told as that: nothing is misspelt. */
function judged<T>({ operations }: Plan, judge: () => T): T {
  const removed = new Set(operations.flatMap(({ kind, key }) => (kind === 'remove' ? [key] : [])))
  try {
    return judge()
  } catch (error) {
    throw error instanceof Faults ? new Faults(error.faults.map((fault) => ofRemoved(fault, removed))) : error
  }
}

function ofRemoved(fault: Fault, removed: ReadonlySet<string>): Fault {
  const { rule, place } = fault
  const named = place.text
    .slice(place.column - 1, place.column - 1 + place.width)
    .replaceAll(/^["']|["']$/g, '')
  if (rule !== 'no-unknown-name-in-example' || !removed.has(named)) return fault
  return {
    rule: 'import/removed-in-example',
    place,
    wrong: `this import would remove "${named}", which an example is about`,
    expected: 'an example of what stays',
    fix: 'change or remove the example, or import without --remove',
  }
}

/** A disk that reads as if the changes were made. */
export function over(changes: readonly Change[], disk: SpecPlace['disk']): SpecPlace['disk'] {
  const texts = new Map(changes.map(({ path, after }) => [path, after]))
  return {
    list: (folder) => disk.list(folder),
    read: async (file) => {
      const text = texts.get(file)
      return text === undefined ? disk.read(file) : new TextEncoder().encode(text)
    },
  }
}

/** Anchors and the like can make an edit of one entry an edit of another: then nothing is written. */
function requireSame(one: unknown, other: unknown, file: string): void {
  if (isDeepStrictEqual(one, other)) return
  const fault = {
    rule: 'import/not-editable',
    place: wholeFile(file),
    wrong: 'the file is written in a way that an import can not edit',
    expected: 'entries that stand where they are meant',
    fix: 'write out what stands behind anchors (&name) and aliases (*name)',
  }
  throw new Faults([fault])
}
