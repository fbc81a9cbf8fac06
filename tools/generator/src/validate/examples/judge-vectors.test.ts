import { expect, test } from 'vitest'
import { vectorSchema } from '../../house/other-house.fixture.js'
import { load } from '../../load/load.js'
import { judgeVectors } from './judge-vectors.js'

const loaded = (file: string, text: string) => load({ file, bytes: new TextEncoder().encode(text) })
const judged = (...texts: string[]) =>
  judgeVectors(
    texts.map((text, index) => loaded(`examples/${index}.yaml`, text)),
    loaded('vectors.json', vectorSchema),
  )
const told = (...texts: string[]) =>
  judged(...texts).faults.map(({ place, wrong }) => `${place.file}:${place.line}: ${wrong}`)

test('lists of several files are one, in the order of the schema', () => {
  const { lists, faults } = judged(
    'serialize:\n  - { name: a, scopes: [x], text: x }',
    'parse:\n  - { name: a, text: x, scopes: [x] }',
  )
  expect(faults).toEqual([])
  expect(lists.map(({ name, examples }) => [name, examples.length])).toEqual([
    ['parse', 1],
    ['serialize', 1],
  ])
})

test('what a schema refuses is told with its file and line', () => {
  expect(told('parse:\n  - name: a\n    txt: x\n    scopes: [x]')).toEqual([
    'examples/0.yaml:3: the key "txt" is not known here',
  ])
})

test('two examples of one list can not share a name, since it is what a failing test says', () => {
  const text = 'parse:\n  - { name: a, text: x, scopes: [x] }\n  - { name: a, text: y, scopes: [y] }'
  expect(told(text)).toEqual(['examples/0.yaml:3: two examples of parse are called "a"'])
  expect(judged(text).faults[0]?.also).toMatchObject([{ place: { line: 2 } }])
})

test('nor can two of one list that stand in two files', () => {
  const [one, other] = [
    'parse:\n  - { name: a, text: x, scopes: [x] }',
    'parse: [{ name: a, text: y, scopes: [y] }]',
  ]
  expect(told(one, other)).toEqual(['examples/1.yaml:1: two examples of parse are called "a"'])
  expect(judged(one, other).faults[0]?.also).toMatchObject([{ place: { file: 'examples/0.yaml', line: 2 } }])
  expect(told(one, other.replace('parse', 'serialize'))).toEqual([])
})

test('a file that is no YAML and a schema that is none are faults like others', () => {
  expect(told('parse: [')).toHaveLength(1)
  const { faults } = judgeVectors(
    [loaded('a.yaml', 'parse: []')],
    loaded('vectors.json', '{ "type": "thing" }'),
  )
  expect(faults[0]?.place.file).toBe('vectors.json')
})

test('without files no schema is needed', () => {
  expect(judgeVectors([], undefined)).toEqual({ lists: [], accepted: [], names: [], faults: [] })
})
