import { expect, test } from 'vitest'
import type { OperationEntry } from '../spec/operations-document.js'
import { readOperations, setsOf } from './read-operations.js'

function read(entry: Omit<OperationEntry, 'id'>) {
  const [operation] = readOperations({ operations: { 'GET /a/{b}': { id: 'get-a', ...entry } } })
  if (operation === undefined) throw new Error('no operation')
  return operation
}

const scoped = (...anyOf: string[][]) => ({ auth: 'scoped', anyOf })

test.each<[string, Omit<OperationEntry, 'id'>, object, object]>([
  ['what is declared holds', { declared: 'x' }, scoped(['x']), scoped(['x'])],
  ['what the server answered wins', { declared: 'x', recorded: 'y' }, scoped(['y']), scoped(['x'])],
  [
    'a correction wins over what is declared',
    { declared: 'x', corrected: 'y' },
    scoped(['y']),
    scoped(['x']),
  ],
  ...(['none', 'any_token'] as const).map((auth): [string, Omit<OperationEntry, 'id'>, object, object] => [
    `a correction wins over ${auth}`,
    { auth, corrected: 'y' },
    scoped(['y']),
    { auth },
  ]),
  [
    'the word of the server for no scope means any token',
    { declared: 'x', recorded: '*' },
    { auth: 'any_token' },
    scoped(['x']),
  ],
  [
    'what needs no token needs none whatever is answered',
    { auth: 'none', recorded: '*' },
    { auth: 'none' },
    { auth: 'none' },
  ],
  [
    'a scope that was answered wins over no token',
    { auth: 'none', recorded: 'x' },
    scoped(['x']),
    { auth: 'none' },
  ],
  [
    'a scope that was answered wins over any token',
    { auth: 'any_token', recorded: 'x' },
    scoped(['x']),
    { auth: 'any_token' },
  ],
  ['a personal access token stays one', { auth: 'pat', recorded: 'x' }, { auth: 'pat' }, { auth: 'pat' }],
  ['no token', { auth: 'none' }, { auth: 'none' }, { auth: 'none' }],
  ['any token', { auth: 'any_token' }, { auth: 'any_token' }, { auth: 'any_token' }],
])('%s', (_, entry, access, declared) => {
  expect(read(entry)).toMatchObject({ access, declared })
})

test('an operation keeps its method, path and remarks', () => {
  expect(read({ declared: 'x', since: '1.0.0', note: 'New.' })).toMatchObject({
    key: 'GET /a/{b}',
    method: 'GET',
    path: '/a/{b}',
    id: 'get-a',
    since: '1.0.0',
    note: 'New.',
  })
})

test('a scope, a set and sets become sets', () => {
  expect(setsOf('a')).toEqual([['a']])
  expect(setsOf(['a', 'b'])).toEqual([['a', 'b']])
  expect(setsOf([['a', 'b'], ['c']])).toEqual([['a', 'b'], ['c']])
})
