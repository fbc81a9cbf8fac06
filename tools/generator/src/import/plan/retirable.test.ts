import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { partlyRetired } from '../../spec/acme.fixture.js'
import { scopes } from './plan.fixture.js'
import { retirable } from './retirable.js'

test('what stands can be retired: families with the scopes of each, then single scopes', () => {
  expect(retirable(scopes, (retired) => !retired)).toEqual([
    { section: 'families', id: 'box', texts: ['box:read', 'box:write'] },
    { section: 'families', id: 'gift_card', texts: ['gift_card:read', 'gift_card:write'] },
    { section: 'scopes', id: 'offline', texts: ['offline'] },
  ])
})

test('what is retired can come back, a family of which one level is retired by that one', () => {
  expect(retirable(scopes, (retired) => retired)).toEqual([
    { section: 'families', id: 'stamp', texts: ['stamp:read'] },
  ])
  expect(retirable(parse(partlyRetired.scopes), (retired) => retired)).toContainEqual({
    section: 'families',
    id: 'gift_card',
    texts: ['gift_card:read'],
  })
})
