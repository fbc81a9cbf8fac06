import { expect, test } from 'vitest'
import type { OperationEntry } from '../../spec/operations-document.js'
import type { ApiOperation } from '../api-document.js'
import { candidatesIn, declarationsOf } from './candidates.js'
import { documentOf, needs, operation } from './plan.fixture.js'
import { Questions } from './questions.js'

const entries: Record<string, OperationEntry> = {
  'GET /boxes/{boxId}': { id: 'get-box', declared: 'box:read' },
}

/** The keys of what a document holds, with the ids that the spec knows, and what is asked. */
function found(operations: readonly ApiOperation[], known = entries) {
  const questions = new Questions()
  const candidates = candidatesIn(documentOf(operations), known, questions)
  return [candidates.map(({ key, id }) => [key, id]), questions.all().flatMap(({ about }) => about)]
}

test("an operation stands under the spec's key, whatever the document calls its gaps, a new one under its own", () => {
  const operations = [operation('get /v4/boxes/{box-id}/lid'), operation('GET /v4/boxes/{id}')]
  expect(found(operations)).toEqual([
    [
      ['GET /boxes/{boxId}', 'get-box'],
      ['GET /boxes/{boxId}/lid', undefined],
    ],
    [],
  ])
})

test("a new operation keeps its version where the spec's own paths have one", () => {
  const versioned = { 'GET /v2/boxes': { id: 'list-boxes', declared: 'box:read' } }
  expect(found([operation('GET /v2/rockets')], versioned)[0]).toEqual([['GET /v2/rockets', undefined]])
  expect(found([operation('GET /v2/rockets')])[0]).toEqual([['GET /rockets', undefined]])
})

test('they come in the order of the file', () => {
  const operations = ['PUT /b', 'GET /b', 'POST /a'].map((key) => operation(key))
  expect(found(operations)[0]).toEqual([
    ['POST /a', undefined],
    ['GET /b', undefined],
    ['PUT /b', undefined],
  ])
})

test('what the spec can not hold is left out, and asked about', () => {
  expect(found([operation('OPTIONS /boxes'), operation('GET /{}')])).toEqual([
    [],
    ['OPTIONS /boxes', 'GET /{}'],
  ])
})

test('of paths of one shape one stays, and its declaration counts', () => {
  const twins = [
    operation('GET /boxes/{a}', needs('box:write')),
    operation('GET /v4/boxes/{b}', needs('box:read')),
  ]
  const candidates = candidatesIn(documentOf(twins), entries)
  expect(declarationsOf(candidates)).toEqual(new Map([['GET /boxes/{boxId}', needs('box:read')]]))
})
