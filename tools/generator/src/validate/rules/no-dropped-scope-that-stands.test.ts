import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a scope that stands must not be dropped', async () => {
  const [fault, ...others] = await faultsAfter(['scopes', 'folded:', "dropped: ['box:read', gone]\nfolded:"])
  expect(fault).toContain('"box:read" is dropped, and yet the spec declares it')
  expect(others).toEqual([])
})

test('one that is gone may be', async () => {
  expect(await faultsAfter(['scopes', 'folded:', 'dropped: [gone]\nfolded:'])).toEqual([])
})
