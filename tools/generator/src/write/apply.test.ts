import { expect, test } from 'vitest'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { Faults } from '../report/fault.js'
import { applyChanges } from './apply.js'

const isCurrent = async () => true

test('files are written and removed as planned, and no others touched', async () => {
  const disk = new MemoryDisk({ 'a.ts': 'old', 'b.ts': 'old', 'c.ts': 'kept' })
  const changes = [
    { path: 'a.ts', before: 'old', after: 'new' },
    { path: 'b.ts', before: 'old', after: undefined },
  ]
  await applyChanges(changes, disk, otherHouse, isCurrent)
  expect(Object.fromEntries(disk.files)).toEqual({ 'a.ts': 'new', 'c.ts': 'kept' })
  expect(disk.touched).toEqual([
    'client/generated/.unfinished',
    'a.ts',
    'b.ts',
    'client/generated/.unfinished',
  ])
})

test('a file without the mark is never overwritten, and then nothing else is written', async () => {
  const disk = new MemoryDisk({ 'b.ts': 'mine' })
  const changes = [
    { path: 'a.ts', before: undefined, after: 'new' },
    { path: 'b.ts', before: 'mine', after: 'new', byHand: 'unmarked' as const },
  ]
  const error = await applyChanges(changes, disk, otherHouse, isCurrent).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Faults)
  expect(error).toHaveProperty('faults.0.place.file', 'b.ts')
  expect(disk.touched).toEqual([])
})

test('neither is one that was edited by hand, and each is told', async () => {
  const disk = new MemoryDisk({ 'b.ts': 'new\nedited' })
  const changes = [
    { path: 'a.ts', before: undefined, after: 'new' },
    { path: 'b.ts', before: 'new\nedited', after: 'new\nold', byHand: 'edited' as const },
  ]
  const error = await applyChanges(changes, disk, otherHouse, isCurrent).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ faults: [{ place: { file: 'b.ts', line: 2 }, expected: 'old' }] })
  expect(disk.touched).toEqual([])
})
