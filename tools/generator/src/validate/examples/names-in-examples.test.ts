import { expect, test } from 'vitest'
import { vectorSchema } from '../../house/other-house.fixture.js'
import { load } from '../../load/load.js'
import { acme } from '../../spec/acme.fixture.js'
import type { Documents } from '../../spec/documents.js'
import { namesIn, unknownNamesIn } from './names-in-examples.js'

const loaded = (text: string) => load({ file: 'a.yaml', bytes: new TextEncoder().encode(text) }).source
const data = (text: string) => JSON.parse(JSON.stringify(loaded(text)?.data))
const documents: Documents = {
  endpoints: data(acme.endpoints),
  scopes: data(acme.scopes),
  operations: data(acme.operations),
}

function told(text: string, known: Partial<Documents> = documents): string[] {
  const source = loaded(text)
  if (source === undefined) throw new Error('the examples are no YAML')
  return unknownNamesIn(namesIn(data(text), source, JSON.parse(vectorSchema)), known).map(
    ({ place, wrong, fix }) => `${place.line}:${place.column}: ${wrong}: ${fix}`,
  )
}

const slips = `
operations:
  - { name: a, operations: [GET /boxs], scopes: ['box:reed'] }
  - { name: b, operations: [GET /constructor/of/nothing], scopes: [] }
`

test('an operation and a scope that the spec does not hold are told where the example names them', () => {
  expect(told(slips)).toEqual([
    '3:29: there is no operation "GET /boxs": did you mean "GET /boxes"?',
    '3:50: the family "box" has no level "reed": did you mean "box:read"?',
    '4:29: there is no operation "GET /constructor/of/nothing": write one of the operations that are declared, or declare it',
  ])
})

test('an example that ends in just that error, or says what is not known, may name what is nowhere', () => {
  expect(told('operations: [{ name: a, operations: [GET /boxs], error: unknown_operation }]')).toEqual([])
  expect(told('operations: [{ name: a, operations: [GET /boxs], error: personal_token_only }]')).toEqual([
    '1:38: there is no operation "GET /boxs": did you mean "GET /boxes"?',
  ])
  expect(told("known: [{ name: a, scope: 'box:reed', known: false }]")).toEqual([])
  expect(told("known: [{ name: a, scope: 'box:reed', known: true }]")).toHaveLength(1)
})

test('what a token may have, and what scopes are reckoned with, may be unknown', () => {
  expect(told("allowed: [{ name: a, scopes: ['box:reed'], operations: [GET /boxes], allowed: [] }]")).toEqual(
    [],
  )
  expect(told("covers: [{ name: a, granted: ['box:reed'], needed: [x], missing: [x] }]")).toEqual([])
})

test('so are an endpoint and a field, of an example that ends in an error too', () => {
  expect(told('requests: [{ name: a, operation: refrsh, given: {}, url: u, body: b }]')).toEqual([
    '1:34: there is no endpoint "refrsh": did you mean "refresh"?',
  ])
  const refused = 'error: invalid_field, problem: missing'
  expect(told(`token_answers: [{ name: a, body: b, ${refused}, field: acess_token }]`)).toEqual([
    '1:84: there is no field "acess_token": did you mean "access_token"?',
  ])
  expect(told(`token_answers: [{ name: a, body: b, ${refused}, field: scopes }]`)).toEqual([])
})

test('where a document was refused, its names are not judged', () => {
  expect(told(slips, {})).toEqual([])
  expect(told(slips, { scopes: documents.scopes })).toHaveLength(1)
})
