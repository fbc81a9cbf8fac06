// Which operation a call that finds none is told to have been meant for.
import { expect, test } from 'vitest'
import { linode } from '../generated/provider.js'
import { nearestOperation } from './find-operation.js'

const operations = [
  'GET /boxes',
  'POST /boxes',
  'GET /boxes/{boxId}',
  'PUT /boxes/{boxId}',
  'DELETE /boxes/{boxId}',
]
const api = {
  ...linode.api,
  basePath: '/v1',
  operations: [...operations, 'POST /boxes/search'].map((name) => {
    const [method = '', path = ''] = name.split(' ')
    return { id: name, method, path, auth: 'none', anyOf: [] } as const
  }),
}

test.each([
  ['PATCH', '/v1/boxes', 'GET or POST /v1/boxes'],
  ['PATCH', '/v1/boxes/7?page=2', 'GET, PUT or DELETE /v1/boxes/{boxId}'],
  ['PATCH', '/boxes/7', 'GET, PUT or DELETE /v1/boxes/{boxId}'],
  ['PUT', '/boxes/7', 'PUT /v1/boxes/{boxId}'],
  ['PATCH', '/v1/boxes/search', 'POST /v1/boxes/search'],
  ['GET', '/v1/bxoes', 'GET /v1/boxes'],
  ['GET', '/xyz', undefined],
])('%s %s was meant for %s', (method, url, meant) => {
  expect(nearestOperation(api, { method, url, headers: {}, body: '' })).toBe(meant)
})
