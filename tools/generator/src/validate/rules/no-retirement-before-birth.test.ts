import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test.each([
  ['1.0.0', '0.9.9'],
  ['1.10.0', '1.9.0'],
  ['1.0.0', '1.0.0'],
])('what was declared in %s can not be removed in %s', async (declared, removed) => {
  expect(
    await faultsAfter([
      'scopes',
      'declared: 1.0.0, removed: 2.0.0',
      `declared: ${declared}, removed: ${removed}`,
    ]),
  ).toEqual([
    `${removed}: it can't be removed in ${removed}, when it was declared in ${declared}: swap the two, or correct one`,
  ])
})

test('a later version is later by its numbers, and a birth may be unknown', async () => {
  expect(
    await faultsAfter(['scopes', 'declared: 1.0.0, removed: 2.0.0', 'declared: 1.9.0, removed: 1.10.0']),
  ).toEqual([])
  expect(await faultsAfter(['scopes', 'declared: 1.0.0, removed: 2.0.0', 'removed: 0.0.1'])).toEqual([])
})

test('a single scope is held to the same', async () => {
  const retired = 'retired: { declared: 2.0.0, removed: 1.0.0 }, aliases: [forever]'
  expect(await faultsAfter(['scopes', 'aliases: [forever]', retired])).toHaveLength(1)
})
