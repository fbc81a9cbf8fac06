import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('a scope must not hold a separator', async () => {
  expect(await faultsAfter(['scopes', 'offline: {', "'off,line': {"])).toEqual([
    `'off,line': "off,line" holds the separator ",", so it would be read as two: read other separators, or spell it otherwise`,
  ])
})

test('a scope must be in lower case where case is ignored', async () => {
  expect(await faultsAfter(['scopes', 'offline: {', 'OffLine: {'])).toEqual([
    'OffLine: "OffLine" has capitals, but case is ignored, so no token can have it: did you mean "offline"?',
  ])
  expect(
    await faultsAfter(
      ['scopes', 'offline: {', 'OffLine: {'],
      ['scopes', 'ignoreCase: true', 'ignoreCase: false'],
    ),
  ).toEqual([])
})

test('another spelling is held to the same', async () => {
  expect(await faultsAfter(['scopes', '[forever]', '[forEver]'])).toEqual([
    'forEver: "forEver" has capitals, but case is ignored, so no token can have it: did you mean "forever"?',
  ])
})

test('what is written between scopes must be read', async () => {
  expect(await faultsAfter(['scopes', "write: ' ' }", "write: '+' }"])).toEqual([
    `'+': "+" is written between scopes, but not read: write one that is read, or add it to "read"`,
  ])
})

test('so must be what the provider writes in its answers', async () => {
  expect(await faultsAfter(['scopes', "write: ' ' }", "write: ' ', answer: '+' }"])).toEqual([
    `'+': "+" is written between scopes, but not read: write one that is read, or add it to "read"`,
  ])
  expect(await faultsAfter(['scopes', "write: ' ' }", "write: ' ', answer: ',' }"])).toEqual([])
})
