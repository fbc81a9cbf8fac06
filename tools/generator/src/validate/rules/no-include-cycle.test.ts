import { expect, test } from 'vitest'
import { faultsAfter } from '../../faults.fixture.js'

test('levels must not include each other, and the circle is told once for all families', async () => {
  expect(await faultsAfter(['scopes', 'aliases: [view] }', 'aliases: [view], includes: [write] }'])).toEqual([
    'read: this closes a circle of includes: read → write → read: take one of these includes out',
  ])
})

test('a scope must not include itself', async () => {
  expect(await faultsAfter(['scopes', "in., includes: ['box:read']", 'in., includes: [offline]'])).toEqual([
    'offline: this closes a circle of includes: offline → offline: take one of these includes out',
  ])
})

test('a circle may lead through families and single scopes', async () => {
  const faults = await faultsAfter(
    ['scopes', "write: ['box:read']", 'write: [offline]'],
    ['scopes', "in., includes: ['box:read']", "in., includes: ['gift_card:write']"],
  )
  expect(faults).toEqual([
    "'gift_card:write': this closes a circle of includes: gift_card:write → offline → gift_card:write: " +
      'take one of these includes out',
  ])
})

test('two ways to the same scope are no circle', async () => {
  expect(
    await faultsAfter(['scopes', "in., includes: ['box:read']", "in., includes: ['box:read', 'box:write']"]),
  ).toEqual([])
})
