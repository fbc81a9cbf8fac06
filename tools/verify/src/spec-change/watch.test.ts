// `--watch` as a real process, with real saves: none is missed, and none that is only half written does harm.
import { mkdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clone, generator } from './clone.fixture.js'
import { until, Watching, withFamily } from './watching.fixture.js'

const SPEC = 'spec/scopes.yaml'
const SCOPES = 'packages/core/src/generated/scopes.ts'

let clone: Clone
let watching: Watching
let spec: string

beforeAll(async () => {
  clone = new Clone(generator)
  spec = clone.read(SPEC)
  watching = await Watching.start(clone)
})
afterAll(async () => {
  await watching[Symbol.asyncDispose]()
  clone.remove()
})

test('what a save changes is written, and no other file', async () => {
  clone.write(SPEC, withFamily('Gadgets', spec))
  await until(() => expect(clone.read(SCOPES)).toContain('export const Gadgets = {'))
  await until(() => expect(watching.said).toMatch(/\d+ written, 0 removed, \d+ in all\n$/))
  expect(watching.said).toContain(`updated ${SCOPES}\n`)
  expect(watching.said).not.toContain('decoders.ts')
})

test('of many saves in a row the last one counts', async () => {
  for (let save = 0; save < 40; save += 1) clone.write(SPEC, withFamily(`Gadgets${save}`, spec))
  await until(() => expect(clone.read(SCOPES)).toContain('export const Gadgets39 = {'))
})

test('a file that can not be written is told, and watching goes on', async () => {
  rmSync(join(clone.folder, SCOPES))
  mkdirSync(join(clone.folder, SCOPES))
  clone.write(SPEC, withFamily('Hindered', spec))
  await until(() =>
    expect(watching.said).toContain(`${SCOPES}:1:1: this file can't be read: a folder stands in its place`),
  )
  rmdirSync(join(clone.folder, SCOPES))
  clone.write(SPEC, withFamily('Unhindered', spec))
  await until(() => expect(clone.read(SCOPES)).toContain('export const Unhindered = {'))
})

test('a file that is saved in pieces ends as if it had been saved at once, whatever was read meanwhile', async () => {
  const whole = withFamily('Pieces', spec)
  for (let piece = 1; piece <= 30; piece += 1) {
    clone.write(SPEC, whole.slice(0, Math.round((whole.length * piece) / 30)))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await until(() => expect(clone.read(SCOPES)).toContain('export const Pieces = {'))
  await until(() => expect(clone.generate('--check')).toMatchObject({ status: 0 }))
})

test('an example in a folder that came since is read when it is saved', async () => {
  const [folder, file] = ['spec/vectors/more', 'spec/vectors/more/scopes.yaml']
  mkdirSync(join(clone.folder, folder))
  clone.write(file, '')
  await until(() => expect(watching.said).toContain(`${file}:1:1: the file is empty`))
  watching.said = ''
  clone.write(file, '-')
  await until(() => expect(watching.said).toContain(`${file}:1:`))
  watching.said = ''
  rmSync(join(clone.folder, folder), { recursive: true })
  await until(() => expect(watching.said).toMatch(/, \d+ in all\n$| are current\n$/))
})

test('a fault that stays is told, writes nothing, and ends with the save that mends it', async () => {
  const before = clone.read(SCOPES)
  watching.said = ''
  clone.write(SPEC, withFamily('Mended', spec).replace('bare: "*"', 'bare: most'))
  await until(() => expect(watching.said).toContain('nothing was written\n'))
  expect(watching.said).toMatch(/^spec\/scopes\.yaml:\d+:\d+: /m)
  expect(clone.read(SCOPES)).toBe(before)
  clone.write(SPEC, withFamily('Mended', spec))
  await until(() => expect(clone.read(SCOPES)).toContain('export const Mended = {'))
})
