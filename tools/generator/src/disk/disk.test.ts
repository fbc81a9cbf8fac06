import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Disk, diskAt } from './disk.js'

let root: string
let disk: Disk

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'generator-'))
  disk = diskAt(root)
})

afterEach(() => rm(root, { recursive: true }))

test('what is written can be read, folders on the way being made', async () => {
  await disk.write('a/b/c.ts', 'text')
  expect(new TextDecoder().decode(await disk.read('a/b/c.ts'))).toBe('text')
  expect(await readFile(join(root, 'a/b/c.ts'), 'utf8')).toBe('text')
})

test('nothing temporary stays behind', async () => {
  await disk.write('a.ts', 'one')
  await disk.write('a.ts', 'two')
  expect(await readdir(root)).toEqual(['a.ts'])
})

test('nothing temporary stays behind where writing fails', async () => {
  await disk.write('a.ts/b', 'x')
  await expect(disk.write('a.ts', 'y')).rejects.toThrow()
  expect(await readdir(root)).toEqual(['a.ts'])
})

test('files are listed with their folders, sorted', async () => {
  for (const file of ['out/b.ts', 'out/a/z.ts', 'out/a.ts', 'other/x.ts']) await disk.write(file, '')
  expect(await disk.list('out')).toEqual(['out/a.ts', 'out/a/z.ts', 'out/b.ts'])
})

test('what is not there reads as nothing', async () => {
  await disk.write('file', '')
  expect(await disk.read('a.ts')).toBeUndefined()
  expect(await disk.read('file/a.ts')).toBeUndefined()
  expect(await disk.list('out')).toEqual([])
  await disk.remove('a.ts')
})

test('a folder where a file should be is an error', async () => {
  await disk.write('a/b', '')
  await expect(disk.read('a')).rejects.toThrow()
})
