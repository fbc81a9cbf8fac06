import { expect, test } from 'vitest'
import { MemoryDisk } from '../../disk/memory-disk.fixture.js'
import { otherHouse } from '../../house/other-house.fixture.js'
import { readInputs } from '../../inputs/inputs.js'
import { loadSpec } from '../../load/load.js'
import type { Model } from '../../model/model.js'
import { modelOf } from '../../model/model-of.js'
import { acme, filesOf } from '../../spec/acme.fixture.js'
import { validate } from '../../validate/validate.js'
import { compare } from '../compare/compare.js'
import { pictureOf } from './picture-of.js'

const loaded = loadSpec(await readInputs(otherHouse, new MemoryDisk(filesOf(acme))))
const model = modelOf(validate(loaded, otherHouse))

/** Parts of the model that say again what another part says, or what nobody notices. */
const told: readonly RegExp[] = [
  /^operations\.\d+\.(method|path|since)$/, // the key says the first two
  /^operations\.\d+\.declared\b/, // shown where something else holds
  /^operations\.\d+\.accepted\b/, // what suffices, and a header of the fake
  /^scopes\.folded\.\d+\.into\.(?!id$)/, // a whole family again
  /^scopes\.families\.\d+\.retired\b/, // as its scopes are
  /^scopes\.(levels|spellings)\b/, // the aliases say it
  /^scopes\.families\.\d+\.id$/, // its scopes say it
  /\b(kind|access\.auth)$/, // another one would be no model
]

/** A word for nothing as a family's level follows from the word alone. */
function isNoScope([part, list, index]: readonly string[]): boolean {
  return part === 'scopes' && list === 'aliases' && model.scopes.aliases[Number(index)]?.[1] === ''
}

/** Every value in the model that isn't made of others, by its path. */
function leavesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path]
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]))
}

/** The model with one value changed. */
function changedAt(path: readonly string[]): Model {
  const copy = structuredClone(model)
  let holder: Record<string, never> = JSON.parse('{}')
  let value: unknown = copy
  for (const key of path) {
    holder = Object(value)
    value = holder[key]
  }
  const other =
    typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`
  Reflect.set(holder, path.at(-1) ?? '', other)
  return copy
}

test('whatever changes in the model is told', () => {
  const before = pictureOf(model)
  const leaves = leavesOf(model).filter(
    (path) => !isNoScope(path) && !told.some((again) => again.test(path.join('.'))),
  )
  expect(leaves.length).toBeGreaterThan(250)
  const missed = leaves.filter((path) => compare(before, pictureOf(changedAt(path)), 'Scopes').length === 0)
  expect(missed.map((path) => path.join('.'))).toEqual([])
})
