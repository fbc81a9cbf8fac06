// `--watch` as a real process, with real saves: none is missed, and none that is only half written does harm.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { TsServer } from '@linode-login/tool-bench/editor'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Clone } from './clone.fixture.js'

const SPEC = 'spec/scopes.yaml'
const SCOPES = 'packages/core/src/generated/scopes.ts'
const BUILT = 'packages/core/dist/generated/scopes.d.ts'

let clone: Clone
let watching: ChildProcess
let said = ''
let spec: string

beforeAll(async () => {
  clone = new Clone()
  clone.generate()
  spec = clone.read(SPEC)
  watching = spawn(process.execPath, [join(clone.folder, 'tools/generator/dist/main.js'), '--watch'], {
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  watching.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await until(() => expect(said).toContain(' are current\n'))
})
afterAll(async () => {
  watching.kill('SIGINT')
  expect(await once(watching, 'exit')).toEqual([0, null])
  clone.remove()
})

function until(condition: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(condition, { timeout: 60_000, interval: 5 })
}

const withFamily = (name: string) =>
  spec.replace(/^families:\n/m, `families:\n  gadgets:\n    name: ${name}\n    things: your gadgets\n`)

test('what a save changes is written, and no other file', async () => {
  clone.write(SPEC, withFamily('Gadgets'))
  await until(() => expect(clone.read(SCOPES)).toContain('export const Gadgets = {'))
  await until(() => expect(said).toMatch(/\d+ written, 0 removed, \d+ in all\n$/))
  expect(said).toContain(`updated ${SCOPES}\n`)
  expect(said).not.toContain('decoders.ts')
})

test('of many saves in a row the last one counts', async () => {
  for (let save = 0; save < 40; save += 1) clone.write(SPEC, withFamily(`Gadgets${save}`))
  await until(() => expect(clone.read(SCOPES)).toContain('export const Gadgets39 = {'))
})

test('a file that can not be written is told, and watching goes on', async () => {
  rmSync(join(clone.folder, SCOPES))
  mkdirSync(join(clone.folder, SCOPES))
  clone.write(SPEC, withFamily('Hindered'))
  await until(() =>
    expect(said).toContain(`${SCOPES}:1:1: this file can't be read: a folder stands in its place`),
  )
  rmdirSync(join(clone.folder, SCOPES))
  clone.write(SPEC, withFamily('Unhindered'))
  await until(() => expect(clone.read(SCOPES)).toContain('export const Unhindered = {'))
})

test('a file that is saved in pieces ends as if it had been saved at once, whatever was read meanwhile', async () => {
  const whole = withFamily('Pieces')
  for (let piece = 1; piece <= 30; piece += 1) {
    clone.write(SPEC, whole.slice(0, Math.round((whole.length * piece) / 30)))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await until(() => expect(clone.read(SCOPES)).toContain('export const Pieces = {'))
  await until(() => expect(clone.generate('--check')).toMatchObject({ status: 0 }))
})

test('a fault that stays is told, writes nothing, and ends with the save that mends it', async () => {
  const before = clone.read(SCOPES)
  said = ''
  clone.write(SPEC, withFamily('Mended').replace('bare: "*"', 'bare: most'))
  await until(() => expect(said).toContain('nothing was written\n'))
  expect(said).toMatch(/^spec\/scopes\.yaml:\d+:\d+: /m)
  expect(clone.read(SCOPES)).toBe(before)
  clone.write(SPEC, withFamily('Mended'))
  await until(() => expect(clone.read(SCOPES)).toContain('export const Mended = {'))
})

test('an error of types appears in the editor with the save, and nothing is built for it', async () => {
  await using editor = new TsServer()
  const app = `import { OAuthScopes } from './index.js'\nexport const scope = OAuthScopes.Gadgets.readOnly\n`
  const built = clone.read(BUILT)
  clone.write(SPEC, withFamily('Gadgets'))
  await until(() => expect(clone.read(SCOPES)).toContain('export const Gadgets = {'))
  editor.open(join(clone.folder, 'packages/core/src/app.ts'), app)
  await until(async () => expect(await editor.errors()).toEqual([]))
  clone.write(SPEC, withFamily('Widgets'))
  await until(async () =>
    expect(await editor.errors()).toEqual([expect.stringContaining("Property 'Gadgets' does not exist")]),
  )
  expect(clone.read(BUILT)).toBe(built)
})
