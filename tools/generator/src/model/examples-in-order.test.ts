import { expect, test } from 'vitest'
import { vectorSchema } from '../house/other-house.fixture.js'
import { load } from '../load/load.js'
import { judgeVectors } from '../validate/examples/judge-vectors.js'
import { examplesInOrder } from './examples-in-order.js'

/** The examples of a file as they come to stand in the reference. */
function shown(text: string): string {
  const loaded = (file: string, content: string) => load({ file, bytes: new TextEncoder().encode(content) })
  const { lists, faults } = judgeVectors([loaded('a.yaml', text)], loaded('vectors.json', vectorSchema))
  expect(faults).toEqual([])
  return JSON.stringify(examplesInOrder(lists).map(({ examples }) => examples))
}

test.each([
  [
    'facts: [{ needs: [[b, a], [c]], id: get-a, operation: GET /a, name: a }]',
    '[[{"name":"a","operation":"GET /a","id":"get-a","needs":[["b","a"],["c"]]}]]',
  ],
  [
    'token_answers: [{ token: { scopes: [a], access_token: b }, body: "{}", name: a }]',
    '[[{"name":"a","body":"{}","token":{"access_token":"b","scopes":["a"]}}]]',
  ],
  [
    'explain: [{ ways: [{ path: [b, a], scope: a }], needed: [a], granted: [b], name: a }]',
    '[[{"name":"a","granted":["b"],"needed":["a"],"ways":[{"scope":"a","path":["b","a"]}]}]]',
  ],
])('keys stand in the order of the schema, at every depth: %s', (text, json) => {
  expect(shown(text)).toBe(json)
})

test('keys that the schema leaves open stand by name', () => {
  expect(
    shown(
      'requests: [{ body: "", url: "https://a.example", given: { token: c, constructor: b, code: a }, operation: expire, name: a }]',
    ),
  ).toBe(
    '[[{"name":"a","operation":"expire","given":{"code":"a","constructor":"b","token":"c"},"url":"https://a.example","body":""}]]',
  )
})
