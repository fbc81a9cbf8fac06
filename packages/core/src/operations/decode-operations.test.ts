// What lines of text are read as.
import { expect, test } from 'vitest'
import { decodeOperations } from './decode-operations.js'

const read = (...lines: string[]) => [
  ...decodeOperations({
    methods: { G: 'GET', D: 'DELETE' },
    needs: ['none', [['things:read']], [['things:write'], ['things:read', 'parts:write']]],
    lines,
  }),
]

test('a path takes from the one before as many segments as it has slashes but one', () => {
  const lines = ['/a/b/c G0-x', '///d/{e} G0-x', '/////f G0-x', '//g G0-x', '/h G0-x']
  expect(read(...lines).map(([operation]) => operation)).toEqual([
    'GET /a/b/c',
    'GET /a/b/d/{e}',
    'GET /a/b/d/{e}/f',
    'GET /a/g',
    'GET /h',
  ])
})

test('a call is a method, what it needs and an id, with the method in front of it or without', () => {
  expect(read('/things G1-things D2:2-forget G0:')).toEqual([
    ['GET /things', { id: '', needs: 'none' }],
    ['DELETE /things', { id: '2-forget', needs: [['things:write'], ['things:read', 'parts:write']] }],
  ])
  expect(read('/things G1-things D0-thing')).toEqual([
    ['GET /things', { id: 'get-things', needs: [['things:read']] }],
    ['DELETE /things', { id: 'delete-thing', needs: 'none' }],
  ])
})
