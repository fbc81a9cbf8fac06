import { expect, test, vi } from 'vitest'
import { MemoryDisk } from '../disk/memory-disk.fixture.js'
import { hashOf } from './hash-of.js'
import { remember } from './remember.js'

const files = [{ path: 'a.ts', text: 'a\nb\n' }]

test('what was made from the same is not made again', async () => {
  const disk = new MemoryDisk()
  const make = vi.fn(async () => files)
  expect(await remember(disk, 'cache', 'key', make)).toEqual(files)
  expect(await remember(disk, 'cache', 'key', make)).toEqual(files)
  expect(make).toHaveBeenCalledOnce()
})

test('what was made from something else is made again', async () => {
  const disk = new MemoryDisk()
  await remember(disk, 'cache', 'key', async () => [])
  expect(await remember(disk, 'cache', 'other', async () => files)).toEqual(files)
})

test('a memory that was tampered with or torn is not believed', async () => {
  const disk = new MemoryDisk()
  await remember(disk, 'cache', 'key', async () => [{ path: 'a.ts', text: 'stale' }])
  const whole = disk.files.get('cache') ?? ''
  for (const text of [whole.replace('stale', 'false'), whole.slice(0, -3), '', '\n', 'garbage\n[]']) {
    disk.files.set('cache', text)
    expect(await remember(disk, 'cache', 'key', async () => files)).toEqual(files)
  }
})

test('nothing is remembered of what could not be made', async () => {
  const disk = new MemoryDisk()
  await expect(remember(disk, 'cache', 'key', () => Promise.reject(new Error('fault')))).rejects.toThrow(
    'fault',
  )
  expect(disk.touched).toEqual([])
})

test('a hash tells where one part ends and the next begins, and what is missing from what is empty', () => {
  const hashes = [['ab', 'c'], ['a', 'bc'], ['abc'], [''], [undefined], []].map(hashOf)
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(hashOf(['a'])).toBe(hashOf([new TextEncoder().encode('a')]))
})

test('a place where nothing can be kept is no fault', async () => {
  const disk = new MemoryDisk()
  disk.write = () => Promise.reject(new Error('read only'))
  expect(await remember(disk, 'cache', 'key', async () => files)).toEqual(files)
})
