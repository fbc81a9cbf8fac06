// A scope that goes or comes with the spec is an error or none in the editor at once, in a package that sees it through
// core: nothing is built in between.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Editor, LanguageServer, TsServer } from '@linode-login/tool-bench/editor'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../repository.js'
import { Clone } from './clone.fixture.js'

const SPEC = 'spec/scopes.yaml'
const SCOPES = 'packages/core/src/generated/scopes.ts'
const BUILT = 'packages/core/dist/generated/scopes.d.ts'

const rooms = ['packages', 'tools']
  .flatMap((parent) => readdirSync(`${root}${parent}`).map((name) => `${parent}/${name}`))
  .filter((room) => existsSync(`${root}${room}/tsconfig.build.json`))

let clone: Clone
let spec: string
let built: string

beforeAll(() => {
  clone = new Clone()
  spec = clone.read(SPEC)
  built = clone.read(BUILT)
})
afterAll(() => clone.remove())

function generateWith(name: string): void {
  const family = `families:\n  gadgets:\n    name: ${name}\n    things: your gadgets\n`
  clone.write(SPEC, spec.replace(/^families:\n/m, family))
  expect(clone.generate()).toMatchObject({ status: 0 })
}

const servers: readonly (readonly [string, () => Editor & Partial<LanguageServer>])[] = [
  ['TypeScript 6', () => new TsServer()],
  ['TypeScript 7', () => new LanguageServer(clone.folder)],
]

test.each(servers)('%s, in packages/node', async (_, start) => {
  const file = 'packages/node/src/app.ts'
  const app = `import { OAuthScopes } from './index.js'\nexport const scope = OAuthScopes.Gadgets.readOnly\n`
  clone.write(file, app)
  generateWith('Gadgets')
  await using editor = start()
  const until = async (errors: readonly unknown[]) => {
    await editor.saved?.(join(clone.folder, SCOPES))
    await vi.waitFor(async () => expect(await editor.errors()).toEqual(errors), {
      timeout: 60_000,
      interval: 50,
    })
  }
  editor.open(join(clone.folder, file), app)
  await until([])
  generateWith('Widgets')
  await until([expect.stringContaining("Property 'Gadgets' does not exist")])
  generateWith('Gadgets')
  await until([])
  expect(clone.read(BUILT)).toBe(built)
})

test('in every room an editor sees the sources that a build would be made of', () => {
  for (const room of rooms) {
    const referencesOf = (name: string) =>
      JSON.parse(readFileSync(`${root}${room}/${name}`, 'utf8')).references
    expect(referencesOf('tsconfig.json'), room).toEqual(referencesOf('tsconfig.build.json'))
  }
  expect(rooms.length).toBeGreaterThan(7)
})
