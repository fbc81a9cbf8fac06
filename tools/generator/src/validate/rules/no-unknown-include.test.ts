import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a scope that a single scope includes must be a scope', async () => {
  expect(
    await faultsAfter(['scopes', "signed in., includes: ['box:read']", "signed in., includes: ['bx:read']"]),
  ).toEqual([`'bx:read': "bx" is no family: did you mean "box:read"?`])
})

test('a scope that a family includes must be a scope, and an old spelling of one is none', async () => {
  expect(await faultsAfter(['scopes', "write: ['box:read']", "write: ['box:view']"])).toEqual([
    `'box:view': "box:view" is an old spelling, not a scope: write "box:read"`,
  ])
})
