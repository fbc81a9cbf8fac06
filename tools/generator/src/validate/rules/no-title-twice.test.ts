import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test.each([
  ['families', ['scopes', 'title: Gift cards', 'title: BOXES'], 'BOXES', 'box'],
  ['a family and the wildcard', ['scopes', 'title: Gift cards', 'title: Everything'], 'Everything', '*'],
  [
    'endpoints',
    ['endpoints', 'title: Log-out page', 'title: Authorization endpoint'],
    'Authorization endpoint',
    'authorize',
  ],
] as const)('two %s can not share a title, whatever their names', async (_, edit, title, owner) => {
  expect(await faultsAfter(edit)).toEqual([
    `${title}: "${title}" is already the title of ${owner}: give one of them another title`,
  ])
})

test('a title may be that of another page or of what is retired', async () => {
  expect(await faultsAfter(['scopes', 'title: Gift cards', 'title: Log-out page'])).toEqual([])
  expect(await faultsAfter(['scopes', 'title: Gift cards', 'title: Stamps'])).toEqual([])
})
