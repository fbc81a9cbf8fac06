import { expect, test } from 'vitest'
import { declaredBy, inWords, isSame, neededOf } from './access.js'
import { needs } from './plan.fixture.js'

test('an entry says that scopes are needed, how one must be known otherwise, or nothing', () => {
  expect(declaredBy({ declared: ['box:read', 'box:write'] })).toEqual(needs('box:read', 'box:write'))
  expect(declaredBy({ auth: 'pat' })).toEqual({ auth: 'pat' })
  expect(declaredBy({})).toEqual({ auth: 'unsaid' })
})

test('the order of scopes and of sets, and a scope that stands twice, mean nothing', () => {
  const one = { auth: 'scoped', anyOf: [['a', 'b'], ['c']] } as const
  expect(isSame(one, { auth: 'scoped', anyOf: [['c'], ['b', 'a', 'b']] })).toBe(true)
  expect(isSame(one, { auth: 'scoped', anyOf: [['c'], ['a'], ['b']] })).toBe(false)
  expect(isSame({ auth: 'none' }, { auth: 'any_token' })).toBe(false)
})

test('sets are written in the shortest form', () => {
  expect([[['a']], [['a', 'b']], [['a'], ['b', 'c']]].map(neededOf)).toEqual([
    'a',
    ['a', 'b'],
    [['a'], ['b', 'c']],
  ])
})

test('what can not be told is told as that', () => {
  expect(inWords({ auth: 'unsaid' })).toBe('nothing')
  expect(inWords({ auth: 'some_token' })).toBe('a token of some kind')
  expect(inWords({ auth: 'unreadable', why: 'it is no list' })).toBe('it is no list')
  expect(inWords(needs('box:read'))).toBe('box:read')
})
