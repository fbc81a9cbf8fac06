import { expect, test } from 'vitest'
import { otherHouse } from '../../house/other-house.fixture.js'
import { faultsAfter, rawFaultsAfter } from '../faults.fixture.js'
import { noIncludeCycle } from './no-include-cycle.js'

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

test('a circle may be as long as the spec, and is told in short', () => {
  const length = 20_000
  const entries = Array.from({ length }, (_, index) => [
    `s${index}`,
    { name: `s${index}`, description: 'See.', includes: [`s${(index + 1) % length}`] },
  ])
  const scopes = { separators: { read: [' '], write: ' ' }, scopes: Object.fromEntries(entries) }
  const [complaint, ...others] = noIncludeCycle({ scopes }, otherHouse)
  expect(others).toEqual([])
  expect(complaint?.wrong).toBe(
    'this closes a circle of includes: s0 → s1 → s2 → s3 → s4 → s5 → s6 → s7 → s8 → … → s19999 → s0',
  )
  expect(complaint?.also).toHaveLength(9)
})

test('the other steps of a circle are shown', async () => {
  const [fault] = await rawFaultsAfter([
    'scopes',
    'aliases: [view] }',
    'aliases: [view], includes: [write] }',
  ])
  expect(fault?.also).toMatchObject([{ says: '"read" includes "write"', place: { line: 6 } }])
})
