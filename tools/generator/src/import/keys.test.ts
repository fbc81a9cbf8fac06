import { expect, test } from 'vitest'
import { compareKeys, isMethod, keyOf, sectionOf, shapeOf, shapeOfKey } from './keys.js'

test.each([
  ['/v4/boxes/{id}/items/{itemId}'],
  ['/v4beta/boxes/{boxId}/items/{item}'],
  ['/{apiVersion}/boxes/{box-id}/items/{i}/'],
  ['/boxes/{a}/items/{b}'],
])('%s is one operation, whatever its version and the names of its gaps', (path) => {
  expect(shapeOf('get', path)).toBe(shapeOfKey('GET /boxes/{boxId}/items/{itemId}'))
})

test('a word like a version further on is a part of the path', () => {
  expect(shapeOf('get', '/boxes/v4')).toBe('GET /boxes/v4')
  expect(shapeOf('get', '/v4')).toBe('GET /v4')
})

test.each([
  ['/v4/boxes/{box-id}/', false, 'GET /boxes/{boxId}'],
  ['/v2/boxes', true, 'GET /v2/boxes'],
  ['/boxes?all', false, 'GET /boxes'],
  ['/boxes/{id}/items/{id}', false, 'GET /boxes/{id}/items/{id2}'],
  ['/boxes/{box-id}/items/{boxId}', false, 'GET /boxes/{boxId}/items/{boxId2}'],
  ['/boxes/.../items', false, 'GET /boxes/.../items'],
  ['/boxes/../items', false, undefined],
  ['/boxes/.', false, undefined],
  ['//boxes', false, undefined],
  ['/boxes/{id}.json', false, undefined],
  ['/boxes/{}', false, undefined],
])('%s becomes a key that the spec can hold, or none', (path, versioned, expected) => {
  expect(keyOf('get', path, versioned)).toBe(expected)
})

test('a method that the spec has no word for is an operation without a key', () => {
  for (const method of ['options', 'trace', 'query']) {
    expect(isMethod(method)).toBe(true)
    expect(keyOf(method, '/boxes', false)).toBeUndefined()
  }
  expect(keyOf('head', '/boxes', false)).toBe('HEAD /boxes')
  expect(isMethod('parameters')).toBe(false)
})

test('keys are in the order of paths, then of methods', () => {
  const keys = ['DELETE /b', 'GET /b', 'GET /a/{id}', 'POST /a', 'GET /a/x', 'GET /a', 'PUT /a']
  expect(keys.sort(compareKeys)).toEqual([
    'GET /a',
    'POST /a',
    'PUT /a',
    'GET /a/x',
    'GET /a/{id}',
    'GET /b',
    'DELETE /b',
  ])
})

test('a section is the first part of a path that is no version', () => {
  expect(sectionOf('GET /boxes/{id}')).toBe('boxes')
  expect(sectionOf('GET /v2/boxes')).toBe('boxes')
})
