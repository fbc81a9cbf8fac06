// Which operation a concrete call is of.
import { expect, test } from 'vitest'
import { createCallResolver } from './resolve-call.js'

const operations = ['GET /things', 'GET /things/{id}', 'POST /things', 'GET /things/{id}/parts/{part}']
const resolve = createCallResolver(operations, '/v4')

test.each([
  ['GET https://api.example/v4/things', 'GET /things'],
  ['POST https://api.example/v4/things', 'POST /things'],
  ['GET https://api.example/v4beta/things/7?page=2#top', 'GET /things/{id}'],
  ['GET https://api.example/v4beta2/things/7', 'GET /things/{id}'],
  ['GET http://127.0.0.1:8080/things/7', 'GET /things/{id}'],
  ['GET HTTPS://API.EXAMPLE/v4/things', 'GET /things'],
  ['GET https://api.example/v4/things/', 'GET /things'],
  ['GET https://api.example/v4/things/7/?page=2', 'GET /things/{id}'],
  ['GET /things/7', 'GET /things/{id}'],
  ['GET /v4/things/7/parts/a-b.c', 'GET /things/{id}/parts/{part}'],
  ['GET /things/v4', 'GET /things/{id}'],
])('%s is %s', (call, operation) => {
  expect(resolve(call)).toBe(operation)
})

test.each([
  ['what stands before the path is no version of the API', 'GET https://api.example/anything/things'],
  ['it is a version of another API', 'GET https://api.example/v3/things'],
  ['it only begins like the version', 'GET https://api.example/v40/things'],
  ['it is given twice', 'GET https://api.example/v4/v4/things'],
  ['the path is the version alone', 'GET https://api.example/v4/'],
  ['two slashes end the path', 'GET https://api.example/v4/things//'],
  ['a client goes up instead', 'GET https://api.example/v4/things/..'],
  ['a client stays where it is', 'GET https://api.example/v4/things/%2E'],
  ['a segment is empty', 'GET https://api.example/v4/things//parts/1'],
  ['there is no host', 'GET https:///v4/things'],
  ['there is no path', 'GET https://api.example'],
  ['the operation has another method', 'PUT https://api.example/v4/things'],
  ['the method is in small letters', 'get https://api.example/v4/things'],
  ['there is no method', '/things'],
  ['there is nothing', ''],
])('there is no operation where %s', (_, call) => {
  expect(resolve(call)).toBeUndefined()
})

test('an API without a base path has its paths right after the host', () => {
  const resolve = createCallResolver(operations, '')
  expect(resolve('GET https://api.example/things/7')).toBe('GET /things/{id}')
  expect(resolve('GET https://api.example/v4/things/7')).toBeUndefined()
})
