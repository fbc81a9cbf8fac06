import { spawnSync } from 'node:child_process'
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
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

test('what killed writers left beside a file is taken away by the next, and what others are writing is not', async () => {
  const { pid: killed } = spawnSync(process.execPath, ['--version'])
  const left = [`a.ts.${killed}.tmp`, `b.ts.${killed}.tmp`, `a.ts.${process.ppid}.tmp`]
  for (const name of left) await writeFile(join(root, name), 'half')
  await disk.write('a.ts', 'text')
  expect(await readdir(root)).toEqual(['a.ts', `a.ts.${process.ppid}.tmp`, `b.ts.${killed}.tmp`].sort())
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

test('a device, or a pipe, where a file should be is an error', async () => {
  await symlink('/dev/null', join(root, 'a'))
  const fault = { faults: [{ place: { file: 'a' }, wrong: expect.stringMatching(/a pipe.*\(EFTYPE\)/) }] }
  await expect(disk.read('a')).rejects.toMatchObject(fault)
  await expect(disk.write('a', 'text')).rejects.toMatchObject(fault)
})

test('a file is written where a link leads to, and the link stays', async () => {
  await disk.write('elsewhere/real.ts', 'old')
  await symlink('elsewhere/real.ts', join(root, 'a.ts'))
  await disk.write('a.ts', 'new')
  expect((await lstat(join(root, 'a.ts'))).isSymbolicLink()).toBe(true)
  expect(await readFile(join(root, 'elsewhere/real.ts'), 'utf8')).toBe('new')
  expect(await disk.list('.')).toEqual(['a.ts', 'elsewhere/real.ts'])
})

test('a file keeps its mode', async () => {
  for (const mode of [0o600, 0o777]) {
    await disk.write('a.ts', 'old')
    await chmod(join(root, 'a.ts'), mode)
    await disk.write('a.ts', 'new')
    expect((await stat(join(root, 'a.ts'))).mode & 0o777).toBe(mode)
  }
})

test('a file that may not be written is not, even by an administrator', async () => {
  await disk.write('a.ts', 'old')
  await chmod(join(root, 'a.ts'), 0o444)
  const fault = { faults: [{ place: { file: 'a.ts' }, wrong: expect.stringContaining('(EACCES)') }] }
  await expect(disk.stage('a.ts', 'new')).rejects.toMatchObject(fault)
  expect(await readdir(root)).toEqual(['a.ts'])
  expect(await readFile(join(root, 'a.ts'), 'utf8')).toBe('old')
})

test('what another process laid beside a file, or beside the one behind a link, is taken away', async () => {
  await disk.write('elsewhere/real.ts', '')
  await symlink('elsewhere/real.ts', join(root, 'a.ts'))
  const staged = await disk.stage('a.ts', 'new')
  await disk.unstage('a.ts', process.pid)
  expect(await staged.place()).toBe(false)
  expect(await disk.list('.')).toEqual(['a.ts', 'elsewhere/real.ts'])
})

test('a file is made only where nothing stands, and what is no file is an error', async () => {
  expect(await disk.create('a', '')).toBe(true)
  expect(await disk.create('a', '')).toBe(false)
  await mkdir(join(root, 'folder'))
  await symlink('nowhere', join(root, 'link'))
  await expect(disk.create('folder', '')).rejects.toHaveProperty('message', '1 fault')
  await expect(disk.create('link', '')).rejects.toHaveProperty('message', '1 fault')
})

test('a link to a file is listed, one to a folder or to nothing is not', async () => {
  await disk.write('out/a.ts', '')
  await symlink('a.ts', join(root, 'out/file.ts'))
  await symlink('.', join(root, 'out/folder'))
  await symlink('nowhere', join(root, 'out/nothing'))
  expect(await disk.list('out')).toEqual(['out/a.ts', 'out/file.ts'])
})

test('a link that leads in a circle hinders whoever reads it, not the list of its folder', async () => {
  await disk.write('out/a.ts', '')
  await symlink('b.ts', join(root, 'out/b.ts'))
  expect(await disk.list('out')).toEqual(['out/a.ts', 'out/b.ts'])
  const wrong = expect.stringMatching(/links lead in a circle \(ELOOP\)$/)
  await expect(disk.read('out/b.ts')).rejects.toMatchObject({
    faults: [{ place: { file: 'out/b.ts' }, wrong }],
  })
})
