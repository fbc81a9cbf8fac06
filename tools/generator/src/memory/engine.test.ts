import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { engineIn } from './engine.js'

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

test('what stands for the engine stays while the code stays, and changes with any file of it', async () => {
  const first = engineIn(folder)
  expect(engineIn(folder)).toBe(first)
  await writeFile(join(folder, 'main.d.ts'), 'types do not run')
  expect(engineIn(folder)).toBe(first)
  await writeFile(join(folder, 'main.js'), 'two()')
  const second = engineIn(folder)
  await writeFile(join(folder, 'more.js'), '')
  expect(new Set([first, second, engineIn(folder)]).size).toBe(3)
})

test('what the compiler wrote down of the code stands for it', async () => {
  await writeFile(join(folder, '.tsbuildinfo'), 'one')
  const first = engineIn(folder)
  await writeFile(join(folder, '.tsbuildinfo'), 'two')
  expect(engineIn(folder)).not.toBe(first)
})

test('it changes with what is emitted as it stands', async () => {
  const first = engineIn(folder)
  await writeFile(join(room, 'pages/one/page.js'), 'one()')
  const second = engineIn(folder)
  await writeFile(join(room, 'pages/one/page.js'), 'two()')
  expect(new Set([first, second, engineIn(folder)]).size).toBe(3)
})
