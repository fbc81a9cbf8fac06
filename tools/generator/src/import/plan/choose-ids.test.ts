import { expect, test } from 'vitest'
import type { Candidate } from './candidates.js'
import { chooseIds, otherIds } from './choose-ids.js'
import { operation } from './plan.fixture.js'

/** Ids by key: the document's, and the one that the spec gives so far. */
type Ids = Readonly<Record<string, readonly [documents: string | undefined, specs?: string]>>

function candidatesOf(ids: Ids): readonly Candidate[] {
  return Object.entries(ids).map(([key, [said, id]]) => ({
    key,
    operation: operation(key, { auth: 'unsaid' }, said),
    id,
  }))
}

function chosen(ids: Ids, ...reserved: readonly string[]): Record<string, string> {
  return Object.fromEntries(chooseIds(candidatesOf(ids), reserved))
}

/** The known operations that the document calls by another id, with that. */
function others(ids: Ids): readonly (readonly string[])[] {
  const candidates = candidatesOf(ids)
  return otherIds(candidates, chooseIds(candidates, []).values()).map(({ key, id, said }) => [key, id, said])
}

test("a known operation keeps its id, and a new one has the document's", () => {
  const ids: Ids = { 'GET /a': ['get-a', 'old-a'], 'GET /b': ['get-b'], 'GET /c': ['get-c', 'get-c'] }
  expect(chosen(ids)).toEqual({ 'GET /a': 'old-a', 'GET /b': 'get-b', 'GET /c': 'get-c' })
  expect(others(ids)).toEqual([['GET /a', 'old-a', 'get-a']])
})

test('an id that another operation has is not given away, and asked about of none', () => {
  const ids: Ids = { 'GET /a': ['get', 'was-a'], 'GET /b': ['get', 'get'], 'GET /c': ['was-a'] }
  expect(chosen(ids)).toEqual({ 'GET /a': 'was-a', 'GET /b': 'get', 'GET /c': 'get-c' })
  expect(others(ids)).toEqual([])
})

test('an id of an operation that the document does not hold is not given away', () => {
  expect(chosen({ 'GET /a': ['get-gone'] }, 'get-gone')).toEqual({ 'GET /a': 'get-a' })
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
  expect(others({ 'GET /a': ['get x', 'get-x'] })).toEqual([])
})
