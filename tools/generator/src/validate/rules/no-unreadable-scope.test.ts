import { expect, test } from 'vitest'
import { faultsAfter } from '../../faults.fixture.js'

test('a scope must not hold a separator', async () => {
  expect(await faultsAfter(['scopes', 'offline: {', "'off,line': {"])).toEqual([
    `'off,line': "off,line" holds the separator ",": read other separators, or spell it otherwise`,
  ])
})

test('a scope must be in lower case where case is ignored', async () => {
  expect(await faultsAfter(['scopes', 'offline: {', 'OffLine: {'])).toEqual([
    'OffLine: "OffLine" has capitals, but case is ignored: write "offline"',
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
    'forEver: "forEver" has capitals, but case is ignored: write "forever"',
  ])
})

test('what is written between scopes must be read', async () => {
  expect(await faultsAfter(['scopes', "write: ' ' }", "write: '+' }"])).toEqual([
    `'+': "+" is written between scopes, but not read: add it to "read"`,
  ])
})
