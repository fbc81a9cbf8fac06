// nx may hide a stale build, or put an edited file back without a word. In a temporary clone it does neither.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clone, type Done, generator, npmRun } from './clone.fixture.js'

let clone: Clone

beforeAll(() => {
  clone = new Clone(generator, npmRun, /^packages\//)
})
afterAll(() => clone.remove())

const SCOPES = 'packages/core/src/generated/scopes.ts'
/** What each package has of the spec when it is built. */
const built = [
  'packages/core/dist/generated/scopes.js',
  'packages/node/dist/generated/families/gadgets.js',
  'packages/browser/dist/generated/families/gadgets.js',
  'packages/testing/dist/generated/provider.js',
]

/** The files that are built and know a scope of the new family, or hand it on. */
const changed = () => built.filter((file) => clone.has(file) && clone.read(file).includes('gadgets'))

function build(): Done {
  const words = ['run-many', '--targets=build', '--projects=packages/*', '--output-style=static']
  const env = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', CI: '' }
  return clone.node(['node_modules/nx/dist/bin/nx.js', ...words], env)
}

test('an edited spec changes what is built, and a second run is wholly from the cache', () => {
  expect(changed()).toEqual([])
  clone.edit(
    'spec/scopes.yaml',
    /^families:\n/m,
    'families:\n  gadgets:\n    name: Gadgets\n    things: your gadgets\n',
  )
  expect(build()).toMatchObject({ status: 0 })
  expect(changed()).toEqual(built)

  const { status, output } = build()
  expect(status).toBe(0)
  const [, cached, all] =
    /from the cache instead of running the command for (\d+) out of (\d+) tasks/.exec(output) ?? []
  expect(Number(all)).toBeGreaterThanOrEqual(built.length)
  expect(cached, output).toBe(all)
  expect(changed()).toEqual(built)
})

test('a generated file that was edited by hand is told by nx, which leaves it as it is though its cache could put it back', () => {
  const whole = clone.read(SCOPES)
  clone.edit(SCOPES, 'gadgets:read_only', 'gadgets:raed_only')
  const edited = clone.read(SCOPES)
  const { status, output } = build()
  expect(status, output).toBe(1)
  expect(output).toContain("-  readOnly: 'gadgets:raed_only',")
  expect(output).toContain("+  readOnly: 'gadgets:read_only',")
  expect(output).toContain(`${SCOPES}: this generated file was edited by hand, and would be written over`)
  expect(clone.read(SCOPES)).toBe(edited)
  clone.write(SCOPES, whole)
})

test('the first step of the tests and the generator itself tell it too', () => {
  clone.edit(SCOPES, 'gadgets:read_only', 'gadgets:raed_only')
  const edited = clone.read(SCOPES)
  const { status, output } = clone.node(['tools/run.mjs', 'test'])
  expect(status).toBe(1)
  expect(output).toContain(`${SCOPES}: this generated file was edited by hand, and would be written over`)
  expect(output).toContain("-  readOnly: 'gadgets:raed_only',\n+  readOnly: 'gadgets:read_only',\n")
  expect(output).not.toContain('Running targets')
  expect(output.trim().split('\n').at(-1)).toBe('0 passed, 1 failed')
  expect(clone.generate()).toMatchObject({ status: 1, output: expect.stringContaining('was edited by hand') })
  expect(clone.read(SCOPES)).toBe(edited)
})
