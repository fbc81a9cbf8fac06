import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskAt } from '../disk/disk.js'
import { house } from '../house/this-repository.js'
import { writeAll } from '../regenerate/commands.js'
import { renderFaults } from '../report/render.js'
import { textOf } from '../write/plan.js'
import { rules } from './rules.js'
import { diskOf, faultsOfGood, faultsOfSeed, folder, seeds } from './seeded-faults.fixture.js'

test('nothing is wrong with the good spec', async () => {
  expect(await faultsOfGood()).toEqual([])
})

// The reports are written for people: after a change of words, run this with -u and read what changed.
test.each(seeds)('the seeded fault %s is told at its place, with what to do', async (seed) => {
  await expect(renderFaults(await faultsOfSeed(seed))).toMatchFileSnapshot(join(folder, seed, 'expected.txt'))
})

test('each fault says what was expected there', async () => {
  const faults = (await Promise.all(seeds.map(faultsOfSeed))).flat()
  expect(faults.filter(({ expected = '' }) => expected === '')).toEqual([])
})

test('a seed for one mistake has one fault', async () => {
  const single = seeds.filter((seed) => !seed.startsWith('many-'))
  const counts = await Promise.all(single.map(async (seed) => [seed, (await faultsOfSeed(seed)).length]))
  expect(counts.filter(([, count]) => count !== 1)).toEqual([])
})

test('there are at least 40 seeds, no two alike, and one for every rule', async () => {
  const told = await Promise.all(seeds.map(faultsOfSeed))
  const alike = told.map((faults) =>
    JSON.stringify(faults.map(({ rule, wrong, place }) => [rule, wrong, place])),
  )
  expect(new Set(alike).size).toBe(seeds.length)
  expect(seeds.length).toBeGreaterThanOrEqual(40)
  const broken = new Set(told.flat().map(({ rule }) => rule))
  expect(Object.keys(rules).filter((rule) => !broken.has(rule))).toEqual([])
})

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'seeded-'))
})

afterEach(() => rm(root, { recursive: true }))

test.each([
  'yaml-tab-as-indent',
  'schema-unknown-key',
  'scopes-unknown-include',
  'operations-unknown-family',
])('the command fails for %s, tells it and changes no file', async (seed) => {
  const [disk, seeded] = [diskAt(root), diskOf(seed)]
  const { folder: examples = '', schema = '' } = house.vectors ?? {}
  const copied = [...Object.values(house.spec), ...Object.values(house.schemas), schema]
  for (const file of [...copied, ...(await seeded.list(examples))]) {
    await disk.write(file, new TextDecoder().decode(await seeded.read(file)))
  }
  await disk.write(join(house.reference, 'scopes.md'), 'what an earlier run wrote\n')
  const snapshot = async () =>
    Promise.all((await disk.list('.')).map(async (file) => [file, textOf(await disk.read(file))]))
  const before = await snapshot()
  const printed: string[] = []
  const print = (text: string) => printed.push(text)
  expect(await writeAll({ house, disk, engine: 'engine', print })).toBe(1)
  expect(printed.join('')).toContain(renderFaults(await faultsOfSeed(seed)))
  expect(await snapshot()).toEqual(before)
})
