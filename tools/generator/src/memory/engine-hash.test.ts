import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { engineHash } from './engine-hash.js'

let room: string
let folder: string

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'generator-'))
  folder = join(room, 'dist')
  await mkdir(folder)
  await mkdir(join(room, 'pages/one'), { recursive: true })
  await symlink(join(import.meta.dirname, '../../node_modules'), join(room, 'node_modules'))
  await writeFile(join(folder, 'main.js'), 'one()')
})

afterEach(() => rm(room, { recursive: true }))

test('the hash stays while the code stays, and changes with any file of it', async () => {
  const first = engineHash(folder)
  expect(engineHash(folder)).toBe(first)
  await writeFile(join(folder, 'main.d.ts'), 'types do not run')
  expect(engineHash(folder)).toBe(first)
  await writeFile(join(folder, 'main.js'), 'two()')
  const second = engineHash(folder)
  await writeFile(join(folder, 'more.js'), '')
  expect(new Set([first, second, engineHash(folder)]).size).toBe(3)
})

test('what the compiler wrote down of the code stands for it', async () => {
  await writeFile(join(folder, '.tsbuildinfo'), 'one')
  const first = engineHash(folder)
  await writeFile(join(folder, '.tsbuildinfo'), 'two')
  expect(engineHash(folder)).not.toBe(first)
})

test('it changes with what is emitted as it stands', async () => {
  const first = engineHash(folder)
  await writeFile(join(room, 'pages/one/page.js'), 'one()')
  const second = engineHash(folder)
  await writeFile(join(room, 'pages/one/page.js'), 'two()')
  expect(new Set([first, second, engineHash(folder)]).size).toBe(3)
})
