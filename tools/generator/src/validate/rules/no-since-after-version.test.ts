import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

const said = (since: string, version = '3.2.1') =>
  faultsAfter(
    ['operations', 'since: 1.0.0', `since: ${since}`],
    ['operations', 'version: 3.2.1\n', version && `version: ${version}\n`],
  )

test.each([
  ['3.2.2', '3.2.1'],
  ['3.10.0', '3.9.0'],
])('what was first seen in %s is not among the operations of %s', async (since, version) => {
  expect(await said(since, version)).toEqual([
    `${since}: it can't be first seen in ${since}, when the spec holds the operations of ${version}: correct it, or "version"`,
  ])
})

test('the same version is right, and of a month or without a version nothing is known', async () => {
  expect(await said('3.2.1')).toEqual([])
  expect(await said('2031-01')).toEqual([])
  expect(await said('9.9.9', '')).toEqual([])
})
