import { expect, test, vi } from 'vitest'
import { MemoryDisk } from './disk/memory-disk.fixture.js'
import type { Print } from './emit/typescript/press.js'
import { printOnce } from './emit/typescript/print-once.fixture.js'
import { otherHouse } from './house/other-house.fixture.js'
import { readInputs } from './inputs/inputs.js'
import { maker } from './make.js'
import { acme, filesOf } from './spec/acme.fixture.js'
import type { PerPart } from './spec/documents.js'

const inputsOf = (spec: PerPart<string>) => readInputs(otherHouse, new MemoryDisk(filesOf(spec)))

test('a maker that is used again makes what a new one makes, and prints only what differs', async () => {
  const print = vi.fn<Print>(printOnce)
  const make = maker(() => print)
  const edited = { ...acme, scopes: acme.scopes.replace('See', 'Look at') }
  const again = { ...edited, operations: acme.operations.replace('post-box', 'post-crate') }
  const counts: number[] = []
  const reworded = { ...acme, endpoints: acme.endpoints.replace('Gives a token for a code', 'Gives a token') }
  const reordered = {
    ...acme,
    endpoints: acme.endpoints.replace(/( +client_id: .*\n)( +code: .*\n)/, '$2$1'),
  }
  expect([edited, again, reworded, reordered]).not.toContainEqual(acme)
  for (const spec of [acme, acme, edited, again, acme, reworded, acme, reordered]) {
    const before = print.mock.calls.length
    const { files } = await make(await inputsOf(spec), otherHouse)
    expect(files).toEqual((await maker(() => printOnce)(await inputsOf(spec), otherHouse)).files)
    counts.push(print.mock.calls.length - before)
  }
  const [all = 0, none, some = 0, few = 0] = counts
  expect(all).toBeGreaterThan(10)
  expect(none).toBe(0)
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all)
  expect(few).toBeGreaterThan(0)
  expect(few).toBeLessThan(all)
})

test('faults leave a maker as able as before', async () => {
  const make = maker(() => printOnce)
  const broken = { ...acme, scopes: acme.scopes.slice(0, 40) }
  await expect(make(await inputsOf(broken), otherHouse)).rejects.toHaveProperty('name', 'Faults')
  const { files } = await make(await inputsOf(acme), otherHouse)
  expect(files).toEqual((await maker(() => printOnce)(await inputsOf(acme), otherHouse)).files)
})
