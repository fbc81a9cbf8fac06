import { expect, test } from 'vitest'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { Faults } from '../report/fault.js'
import { applyChanges } from './apply.js'

test('files are written and removed as planned, and no others touched', async () => {
  const disk = new MemoryDisk({ 'a.ts': 'old', 'b.ts': 'old', 'c.ts': 'kept' })
  await applyChanges(
    [
      { path: 'a.ts', before: 'old', after: 'new', foreign: false },
      { path: 'b.ts', before: 'old', after: undefined, foreign: false },
    ],
    disk,
    otherHouse,
  )
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
    { path: 'a.ts', before: undefined, after: 'new', foreign: false },
    { path: 'b.ts', before: 'mine', after: 'new', foreign: true },
  ]
  const error = await applyChanges(changes, disk, otherHouse).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Faults)
  expect(error).toHaveProperty('faults.0.place.file', 'b.ts')
  expect(disk.touched).toEqual([])
})
