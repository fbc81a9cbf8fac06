// nx may hide a stale build, or put an edited file back without a word. In a temporary clone it does neither.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clone, type Done } from './clone.fixture.js'

let clone: Clone

beforeAll(() => {
  clone = new Clone()
})
afterAll(() => clone.remove())

const SCOPES = 'packages/core/src/generated/scopes.ts'
const BUILT = 'packages/core/dist/generated/scopes.js'

function build(): Done {
  const nx = ['node_modules/nx/dist/bin/nx.js', 'run', '@linode-login/core:build', '--output-style=static']
  return clone.node(nx, { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', CI: '' })
}

test('an edited spec changes what is built, and a second run is wholly from the cache', () => {
  expect(build()).toMatchObject({ status: 0 })
  expect(clone.read(BUILT)).not.toContain('gadgets:read_only')
  clone.edit(
    'spec/scopes.yaml',
    /^families:\n/m,
    'families:\n  gadgets:\n    name: Gadgets\n    things: your gadgets\n',
  )
  expect(build()).toMatchObject({ status: 0 })
  expect(clone.read(BUILT)).toContain('gadgets:read_only')

  const { status, output } = build()
  expect(status).toBe(0)
  const [, cached, all] =
    /from the cache instead of running the command for (\d+) out of (\d+) tasks/.exec(output) ?? []
  expect(cached, output).toBe(all)
  expect(clone.read(BUILT)).toContain('gadgets:read_only')
})

test('a generated file that was edited by hand is told by the first step of the tests, and left as it is', () => {
  clone.edit(SCOPES, 'gadgets:read_only', 'gadgets:raed_only')
  const edited = clone.read(SCOPES)
  const { status, output } = clone.node(['tools/run.mjs', 'test'])
  expect(status).toBe(1)
  expect(output).toContain(`${SCOPES} is stale or edited`)
  expect(output).toContain("-  readOnly: 'gadgets:raed_only',\n+  readOnly: 'gadgets:read_only',\n")
  expect(output).not.toContain('Running targets')
  expect(output.trim().split('\n').at(-1)).toBe('0 passed, 1 failed')
  expect(clone.read(SCOPES)).toBe(edited)
})
