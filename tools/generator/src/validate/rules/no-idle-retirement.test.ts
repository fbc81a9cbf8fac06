import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a family can only retire a level that it has', async () => {
  const [fault, ...others] = await faultsAfter([
    'scopes',
    'declared: 1.0.0',
    'levels: [write], declared: 1.0.0',
  ])
  expect(fault).toContain('"stamp" does not have the level "write", so there is nothing to retire')
  expect(others).toEqual([])
  expect(await faultsAfter(['scopes', 'declared: 1.0.0', 'levels: [read], declared: 1.0.0'])).toEqual([])
})
