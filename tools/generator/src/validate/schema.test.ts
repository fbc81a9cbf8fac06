import { expect, test } from 'vitest'
import { load } from '../load/load.js'
import type { Source } from '../load/source.js'
import { judge, SchemaFault } from './schema.js'

function source(file: string, text: string): Source {
  const { source: loaded, faults } = load({ file, bytes: new TextEncoder().encode(text) })
  if (loaded === undefined) throw new Error(faults[0]?.wrong)
  return loaded
}

/** What a schema says of a document: the place that the caret marks, what is wrong, what to do. */
function complaints(schema: object, text: string): string[] {
  const document = source('a.yaml', text)
  const judged = judge(document, source('a.json', JSON.stringify(schema)))
  if (judged.accepted) return []
  return judged.complaints.map(({ path, at, wrong, fix }) => {
    const place = document.place(path, at)
    return `${place.text.slice(place.column - 1, place.column - 1 + place.width)}: ${wrong}: ${fix}`
  })
}

const animal = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { $ref: '#/definitions/name' },
    kind: { type: 'string', enum: ['cat', 'dog'] },
    legs: { type: 'integer', minimum: 0, description: 'How many legs it has.' },
    tags: { type: 'array', uniqueItems: true, items: { type: 'string' } },
  },
  definitions: { name: { type: 'string', pattern: '^[A-Z]', description: 'What it is called.' } },
}

test('a document that fits is accepted with its data', () => {
  const judged = judge<{ name: string }>(
    source('a.yaml', 'name: Tom'),
    source('a.json', JSON.stringify(animal)),
  )
  expect(judged).toEqual({ accepted: true, document: { name: 'Tom' } })
})

test.each([
  ['a missing key', 'kind: cat', 'kind: cat: the file has no "name": add it. What it is called'],
  [
    'an unknown key',
    'name: Tom\nlegz: 4',
    'legz: the key "legz" is not known here: write "legs", if that is what you meant',
  ],
  [
    'an unknown value',
    'name: Tom\nkind: catt',
    'catt: "catt" is not known here: write "cat", if that is what you meant',
  ],
  [
    'a wrong type',
    'name: Tom\nlegs: four',
    'four: a whole number is expected here, not "four": write a whole number. How many legs it has',
  ],
  ['a number for a text', 'name: 12', '12: a text is expected here, not 12: put it in quotes'],
  ['nothing', 'name:', 'name: a text is expected here, not nothing: write a text. What it is called'],
  ['a wrong form', 'name: tom', 'tom: "tom" is not of the right form: match ^[A-Z]. What it is called'],
  ['a wrong size', 'name: Tom\nlegs: -1', "-1: -1 won't do here: it must be >= 0. How many legs it has"],
  [
    'a value twice',
    'name: Tom\ntags: [a, a]',
    "tags: a list won't do here: it must NOT have duplicate items (items ## 1 and 0 are identical)",
  ],
])('%s', (_, text, expected) => {
  expect(complaints(animal, text)).toEqual([expected])
})

test('everything that is wrong is told', () => {
  expect(complaints(animal, 'kind: bird\nlegs: x\nwings: 2')).toHaveLength(4)
})

test('a key of a table must be of its form', () => {
  const table = {
    type: 'object',
    additionalProperties: false,
    patternProperties: { '^[a-z]+$': { type: 'integer' } },
  }
  expect(complaints({ ...table, description: 'Counts by word.' }, 'One: 1')).toEqual([
    'One: the key "One" is not known here: write a key that matches ^[a-z]+$. Counts by word',
  ])
})

const oneOrMany = {
  type: 'object',
  additionalProperties: { $ref: '#/definitions/needed' },
  definitions: {
    needed: {
      description: 'One word, or several.',
      anyOf: [
        { $ref: '#/definitions/word' },
        { $ref: '#/definitions/words' },
        { type: 'array', items: { $ref: '#/definitions/words' } },
      ],
    },
    word: { type: 'string', pattern: '^[a-z]+$' },
    words: { type: 'array', items: { $ref: '#/definitions/word' } },
  },
}

test('of several forms the nearest is told', () => {
  expect(complaints(oneOrMany, 'a: X')).toEqual(['X: "X" is not of the right form: match ^[a-z]+$'])
  expect(complaints(oneOrMany, 'a: [x, 7]')).toEqual(['7: a text is expected here, not 7: put it in quotes'])
})

test('where no form is near, the choice is told', () => {
  expect(complaints(oneOrMany, 'a: { b: 1 }')).toEqual([
    'a: a mapping fits none of the forms that can stand here: write one of the forms that fit. One word, or several',
  ])
})

const either = {
  type: 'object',
  properties: { a: {}, b: {} },
  oneOf: [
    { properties: { a: true }, required: ['a'] },
    { properties: { b: true }, required: ['b'] },
  ],
}

test('forms that are told apart by a key are told by it', () => {
  const table = { type: 'object', additionalProperties: either }
  expect(complaints(table, 'x: {}')).toEqual(['x: "x" has none of "a", "b": add one of them'])
  expect(complaints(table, 'x: { a: 1, b: 2 }')).toEqual([
    'x: "x" has more than one of "a", "b": keep one of them',
  ])
  expect(complaints({ ...either }, '{}')).toEqual(['{}: the file has none of "a", "b": add one of them'])
})

test('a key that another one forbids does not belong there', () => {
  const schema = {
    type: 'object',
    if: { properties: { a: { const: 1 } } },
    else: { properties: { b: false } },
  }
  expect(complaints(schema, 'a: 2\nb: 1')).toEqual(['b: "b" does not belong here: take it out'])
})

test('a schema that is none is a fault of its own file', () => {
  for (const text of ['{ "type": "thing" }', '{ "tpye": "object" }', '[]', '7']) {
    let thrown: unknown
    try {
      judge(source('a.yaml', 'a: 1'), source('s/a.json', text))
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(SchemaFault)
    expect(thrown).toHaveProperty('fault.place.file', 's/a.json')
  }
})
