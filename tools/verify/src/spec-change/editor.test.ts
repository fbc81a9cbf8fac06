// A scope that goes or comes with a save of the spec is an error or none in the editor at once, in a package
// that sees it through core: the generator watches, and nothing is built in between.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Editor, LanguageServer, TsServer } from '@linode-login/tool-bench/editor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../repository.js'
import { Clone, generator } from './clone.fixture.js'
import { until, Watching, withFamily } from './watching.fixture.js'

const SPEC = 'spec/scopes.yaml'
const SCOPES = 'packages/core/src/generated/scopes.ts'
const BUILT = 'packages/core/dist/generated/scopes.d.ts'

const rooms = ['packages', 'tools']
  .flatMap((parent) => readdirSync(`${root}${parent}`).map((name) => `${parent}/${name}`))
  .filter((room) => existsSync(`${root}${room}/tsconfig.build.json`))

let clone: Clone
let watching: Watching
let spec: string
let built: string

beforeAll(async () => {
  clone = new Clone(generator, /^packages\/(?:core|node)\//)
  spec = clone.read(SPEC)
  built = clone.read(BUILT)
  watching = await Watching.start(clone)
})
afterAll(async () => {
  await watching[Symbol.asyncDispose]()
  clone.remove()
})

async function saveWith(name: string): Promise<void> {
  clone.write(SPEC, withFamily(name, spec))
  await until(() => expect(clone.read(SCOPES)).toContain(`export const ${name} = {`))
}

const servers: readonly (readonly [string, () => Editor & Partial<LanguageServer>])[] = [
  ['TypeScript 6', () => new TsServer()],
  ['TypeScript 7', () => new LanguageServer(clone.folder)],
]

test.each(servers)('%s, in packages/node', async (_, start) => {
  const file = 'packages/node/src/app.ts'
  const app = `import { OAuthScopes } from './index.js'\nexport const scope = OAuthScopes.Gadgets.readOnly\n`
  clone.write(file, app)
  await saveWith('Gadgets')
  await using editor = start()
  const untilErrorsAre = async (errors: readonly unknown[]) => {
    await editor.saved?.(join(clone.folder, SCOPES))
    await until(async () => expect(await editor.errors()).toEqual(errors))
  }
  editor.open(join(clone.folder, file), app)
  await untilErrorsAre([])
  await saveWith('Widgets')
  await untilErrorsAre([expect.stringContaining("Property 'Gadgets' does not exist")])
  await saveWith('Gadgets')
  await untilErrorsAre([])
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
