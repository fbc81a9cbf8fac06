import { expect, test } from 'vitest'
import { chooseIds } from './choose-ids.js'
import { operation } from './plan.fixture.js'

/** Candidates by key: the document's id, and the one that the spec gives so far. */
type Ids = Readonly<Record<string, readonly [documents: string | undefined, specs?: string]>>

function chosen(ids: Ids, ...reserved: readonly string[]): Record<string, string> {
  const candidates = Object.entries(ids).map(([key, [said, id]]) => ({
    key,
    operation: operation(key, { auth: 'unsaid' }, said),
    id,
  }))
  return Object.fromEntries(chooseIds(candidates, reserved))
}

test("the document's id wins over the spec's", () => {
  expect(chosen({ 'GET /a': ['get-a', 'old-a'], 'GET /b': ['get-b'] })).toEqual({
    'GET /a': 'get-a',
    'GET /b': 'get-b',
  })
})

test('of two alike, the operation that had the id keeps it, whichever comes first', () => {
  expect(chosen({ 'GET /a': ['get', 'was-a'], 'GET /b': ['get', 'get'] })).toEqual({
    'GET /a': 'was-a',
    'GET /b': 'get',
  })
})

test('an id of an operation that the document does not hold is not given away', () => {
  expect(chosen({ 'GET /a': ['get-gone', 'get-a'] }, 'get-gone')).toEqual({ 'GET /a': 'get-a' })
})

test('without an id that is free, one is made of method and path, with a number where that is taken', () => {
  expect(chosen({ 'GET /a/{bId}': [undefined], 'GET /a-bid': [undefined] }, 'get-a-bid-2')).toEqual({
    'GET /a/{bId}': 'get-a-bid',
    'GET /a-bid': 'get-a-bid-3',
  })
})

test.each([
  ['get a  box!', 'get-a-box-'],
  ['_getBox', 'getBox'],
  ['get.box_2', 'get.box_2'],
  ['???', 'get-a'],
])('an id %j is written in the characters that the spec allows', (said, id) => {
  expect(chosen({ 'GET /a': [said] })).toEqual({ 'GET /a': id })
})

test('an id that the spec wrote in its own characters is the same id', () => {
  expect(chosen({ 'GET /a': ['get x', 'old'], 'GET /b': ['get x', 'get-x'] })).toEqual({
    'GET /a': 'old',
    'GET /b': 'get-x',
  })
})
