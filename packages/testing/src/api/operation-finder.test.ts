import { expect, test } from 'vitest'
import { operations } from '../generated/operations.js'
import type { ApiOperation } from '../provider.js'
import { createOperationFinder } from './operation-finder.js'

function operation(method: string, path: string): ApiOperation {
  return { id: `${method} ${path}`, method, path, auth: 'none', anyOf: [] }
}

test.each([
  ['GET', '/things', 'GET /things'],
  ['GET', '/things/1', 'GET /things/{id}'],
  ['GET', '/things/new', 'GET /things/new'],
  ['DELETE', '/things/new', 'DELETE /things/{id}'],
  ['GET', '/things/new/parts', 'GET /things/{id}/parts'],
  ['POST', '/things', undefined],
  ['GET', '/things/', undefined],
  ['GET', '/things/1/none', undefined],
  ['GET', '/', undefined],
  ['GET', '', undefined],
])('%s %s is %s', (method, path, id) => {
  const find = createOperationFinder([
    operation('GET', '/things'),
    operation('GET', '/things/{id}'),
    operation('DELETE', '/things/{id}'),
    operation('GET', '/things/new'),
    operation('GET', '/things/{id}/parts'),
  ])
  expect(find(method, path)?.id).toBe(id)
})

test('every operation is found by its method and a path of its kind', () => {
  const find = createOperationFinder(operations)
  for (const wanted of operations) {
    expect(find(wanted.method, wanted.path.replaceAll(/\{[^}]+\}/g, '123'))).toBe(wanted)
  }
  expect(operations).toHaveLength(539)
})
