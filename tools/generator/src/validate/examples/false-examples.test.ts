import { expect, test } from 'vitest'
import { load } from '../../load/load.js'
import { acme } from '../../spec/acme.fixture.js'
import { falseExamplesIn } from './false-examples.js'

const loaded = (text: string) => load({ file: 'a.yaml', bytes: new TextEncoder().encode(text) }).source
const data = (text: string) => JSON.parse(JSON.stringify(loaded(text)?.data))

function told(text: string): string[] {
  const source = loaded(text)
  if (source === undefined) throw new Error('the examples are no YAML')
  return falseExamplesIn([[{ document: data(text), source }], data(acme.operations)]).map(
    ({ place, wrong, expected }) => `${place.column}: ${wrong}: ${expected}`,
  )
}

test.each([
  [
    'facts: [{ operation: GET /boxes, id: get-nonsense, needs: [["box:read"]] }]',
    '38: this is not the id of this operation: list-boxes',
  ],
  [
    'facts: [{ operation: POST /boxes, id: post-box, needs: [["box:read"]] }]',
    '49: this operation needs something else: needs: [["box:write"]]',
  ],
  [
    'facts: [{ operation: GET /open, id: get-open, needs: [["box:read"]] }]',
    '47: this operation needs something else: auth: none',
  ],
  [
    'facts: [{ operation: GET /quiet, id: get-quiet, auth: none }]',
    '55: this operation needs something else: auth: any_token',
  ],
  [
    'resolutions: [{ reference: get-nonsense, operation: GET /boxes }]',
    '28: this is not the id of "GET /boxes": list-boxes',
  ],
  [
    'resolutions: [{ reference: GET /boxes, operation: GET /open }]',
    '51: this is not the operation "GET /boxes": GET /boxes',
  ],
  [
    "operations: [{ operations: [GET /boxes, GET /open], scopes: ['box:read', 'box:write'] }]",
    '74: no operation here needs "box:write": box:read',
  ],
  [
    'operations: [{ operations: [POST /boxes, GET /open], scopes: [] }]',
    '54: an operation here needs a scope: box:write',
  ],
  [
    "operations: [{ operations: [GET /me], scopes: ['box:read'] }]",
    '48: no operation here needs "box:read": an empty list',
  ],
])('%s', (text, complaint) => {
  expect(told(text)).toEqual([complaint])
})

test.each([
  'facts: [{ operation: POST /boxes, id: post-box, needs: [["box:write"]] }]',
  'facts: [{ operation: POST /gifts, id: post-gift, needs: [["*"], ["gift_card:write", "box:write"]] }]',
  'facts: [{ operation: GET /mine, id: get-mine, auth: pat }]',
  'resolutions: [{ reference: list-boxes, operation: GET /boxes }]',
  "resolutions: [{ reference: GET /boxes/7?page=2, operation: 'GET /boxes/{boxId}' }]",
  'resolutions: [{ reference: GET /rockets }, { reference: constructor }]',
  "operations: [{ operations: [GET /boxes, POST /boxes], scopes: ['box:write'] }]",
  'operations: [{ operations: [GET /me, GET /open], scopes: [] }]',
  'operations: [{ operations: [GET /mine], error: personal_token_only }]',
])('nothing is said of what the operations do not contradict: %s', (text) => {
  expect(told(text)).toEqual([])
})

test('an operation that there is not contradicts nothing', () => {
  expect(told('facts: [{ operation: GET /rockets, id: get-rockets, auth: none }]')).toEqual([])
  expect(told("operations: [{ operations: [GET /rockets], scopes: ['box:read'] }]")).toEqual([])
})
