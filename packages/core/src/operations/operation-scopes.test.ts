import { expect, test } from 'vitest'
import { createScopeAlgebra } from '../scopes/algebra.js'
import { createOperationScopes } from './operation-scopes.js'
import type { OperationTable } from './operation-table.js'

const algebra = createScopeAlgebra({
  includes: { write: ['read'], read: [], admin: ['write', 'list'], list: [], extra: [] },
  aliases: {},
  wildcard: undefined,
  separators: { read: ' ', write: ' ' },
  ignoreCase: false,
})

const table: OperationTable = new Map([
  ['GET /things', { id: 'list-things', needs: [['read'], ['list']] }],
  ['POST /things', { id: 'make-thing', needs: [['write']] }],
  [
    'GET /both',
    {
      id: 'both',
      needs: [
        ['list', 'extra'],
        ['read', 'extra'],
      ],
    },
  ],
  ['GET /open', { id: 'open', needs: 'none' }],
  ['GET /mine', { id: 'mine', needs: 'pat' }],
])

const { smallestSets, whyNeeded, operationsAllowed } = createOperationScopes(() => table, algebra)

test('where an operation accepts alternatives, every smallest set is told', () => {
  expect(smallestSets(['GET /things'])).toEqual([['list'], ['read']])
  expect(smallestSets(['both'])).toEqual([
    ['extra', 'list'],
    ['extra', 'read'],
  ])
})

test('of alternatives the one that grants less is asked for, however few scopes grant more', () => {
  const wide = new Map([
    ['GET /one', { id: 'one', needs: [['admin'], ['read']] }],
    ['GET /two', { id: 'two', needs: [['admin'], ['extra', 'read']] }],
    ['GET /three', { id: 'three', needs: [['admin'], ['list', 'read']] }],
  ] satisfies [string, OperationTable extends ReadonlyMap<string, infer Facts> ? Facts : never][])
  const { smallestSets } = createOperationScopes(() => wide, algebra)
  expect(smallestSets(['GET /one'])).toEqual([['read']])
  expect(smallestSets(['GET /three'])).toEqual([['list', 'read']])
  expect(smallestSets(['GET /one', 'GET /two'])).toEqual([['admin']])
})

test('what one operation needs settles what another leaves open', () => {
  expect(smallestSets(['GET /things', 'POST /things'])).toEqual([['write']])
  expect(smallestSets(['GET /both', 'GET /things', 'POST /things'])).toEqual([['extra', 'write']])
})

test('the order of operations changes nothing', () => {
  const names = ['GET /things', 'GET /both', 'POST /things', 'GET /open']
  expect(smallestSets([...names].reverse())).toEqual(smallestSets(names))
})

test('a scope is for each operation that could use it, in every way to call it or in one of them', () => {
  expect(whyNeeded('admin', ['GET /things', 'GET /open'])).toEqual([
    { operation: 'GET /things', needs: [['read'], ['list']], always: true },
  ])
  expect(whyNeeded('read', ['GET /things', 'GET /both'])).toEqual([
    { operation: 'GET /things', needs: [['read']], always: false },
    { operation: 'GET /both', needs: [['read']], always: false },
  ])
  expect(whyNeeded('extra', ['GET /things', 'GET /both'])).toEqual([
    { operation: 'GET /both', needs: [['extra'], ['extra']], always: true },
  ])
})

test('one of several sets is enough', () => {
  expect(operationsAllowed('list')).toEqual(['GET /things', 'GET /open'])
  expect(operationsAllowed('list extra')).toEqual(['GET /things', 'GET /both', 'GET /open'])
})

test('a scope that the hierarchy does not know is kept, and equal only to itself', () => {
  const newer: OperationTable = new Map([
    ['GET /moons', { id: 'list-moons', needs: [['moons:read']] }],
    ['POST /moons', { id: 'make-moon', needs: [['moons:write']] }],
    ['GET /things', { id: 'list-things', needs: [['read']] }],
  ])
  const { smallestSets, whyNeeded } = createOperationScopes(() => newer, algebra)
  const all = ['POST /moons', 'GET /moons', 'GET /things']
  expect(smallestSets(all)).toEqual([['moons:read', 'moons:write', 'read']])
  expect(whyNeeded('moons:read', all)).toEqual([
    { operation: 'GET /moons', needs: [['moons:read']], always: true },
  ])
})
