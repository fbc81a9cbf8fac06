import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { outputFolders } from './house.js'
import { house } from './this-repository.js'

const repository = join(import.meta.dirname, '../../../..')
const read = (file: string) => readFileSync(join(repository, file), 'utf8')

test('the spec and its schemas stand where the house says', () => {
  for (const file of [...Object.values(house.spec), ...Object.values(house.schemas)]) {
    expect(existsSync(join(repository, file)), file).toBe(true)
  }
})

test('no scope can take a name that is written by hand beside the scopes: it would hide the scope without a word', () => {
  const source = read('packages/core/src/scopes/oauth-scopes.ts')
  const own = [...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name)
  const [, shown = ''] = /^export \{([^}]*)\}/m.exec(source) ?? []
  const names = [...own, ...(shown.match(/\w+/g) ?? [])].sort()
  expect(names).toEqual(house.takenNames.filter((name) => name !== 'OAuthScope').sort())
})

test('no message can take the name of a type that is written by hand beside the messages', () => {
  const names = read('packages/core/src/internal.ts')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .matchAll(/\b[A-Z]+[a-z]\w*/g)
  expect(house.takenTypes).toEqual(expect.arrayContaining([...names].map(([name]) => name)))
})

test('the folders of generated files are kept apart from what is written by hand', () => {
  for (const folder of outputFolders(house))
    expect(folder).toMatch(/\/(generated|generated\/families|reference)$/)
})

test('a release finds its packages, and the commands that texts name exist', () => {
  const names = house.release.manifests.map((file) => JSON.parse(read(file)).name)
  expect(JSON.parse(read(`${house.release.changesets}/config.json`)).fixed).toContainEqual(names)
  const { scripts } = JSON.parse(read('package.json'))
  const { command, call, watch, release } = house
  for (const named of [command, call, watch, release.command, release.diff, release.reports])
    expect(Object.keys(scripts), named).toContain(/^npm run (\w+)/.exec(named)?.[1])
})

test('the reference has the licence of the packages', () => {
  for (const file of house.release.manifests) expect(JSON.parse(read(file)).license).toBe(house.license)
})
