import { expect, test } from 'vitest'
import { load } from '../../load/load.js'
import type { Source } from '../../load/source.js'
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
  return judged.complaints.map(({ path, at, wrong, expected, fix }) => {
    const place = document.place(path, at)
    return `${place.text.slice(place.column - 1, place.column - 1 + place.width)}: ${wrong}${expected === undefined ? '' : ` (${expected})`}: ${fix}`
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
  ['a missing key', 'kind: cat', 'kind: cat: the file has no "name" ("name". What it is called): add "name"'],
  [
    'an unknown key',
    'name: Tom\nlegz: 4',
    'legz: the key "legz" is not known here (one of name, kind, legs, tags): did you mean "legs"?',
  ],
  [
    'an unknown value',
    'name: Tom\nkind: catt',
    'catt: "catt" is not known here (one of cat, dog): did you mean "cat"?',
  ],
  [
    'a wrong type',
    'name: Tom\nlegs: four',
    'four: "four" is not a whole number (a whole number. How many legs it has): write a whole number',
  ],
  [
    'a number for a text',
    'name: 12',
    '12: 12 is not of the right form (What it is called; it matches ^[A-Z]): write it in this form',
  ],
  ['a number for any text', 'name: Tom\ntags: [7]', '7: 7 is not a text (a text): put it in quotes'],
  ['nothing', 'name:', 'name: nothing stands here (a text. What it is called): write a text after the colon'],
  [
    'a wrong form',
    'name: tom',
    'tom: "tom" is not of the right form (What it is called; it matches ^[A-Z]): begin it with a capital letter',
  ],
  [
    'a wrong size',
    'name: Tom\nlegs: -1',
    '-1: -1 is too small (at least 0. How many legs it has): write 0 or more',
  ],
  [
    'a value twice',
    'name: Tom\ntags: [a, a]',
    'a: "a" stands twice in this list (each value of a list once): take it out',
  ],
])('%s', (_, text, expected) => {
  expect(complaints(animal, text)).toEqual([expected])
})

test('what follows from one mistake is not told beside it', () => {
  const known = '(one of name, kind, legs, tags)'
  expect(complaints(animal, 'nmae: Tom')).toEqual([
    `nmae: the key "nmae" is not known here ${known}: did you mean "name"?`,
  ])
  expect(complaints({ ...either, additionalProperties: false }, 'aa: 1')).toEqual([
    'aa: the key "aa" is not known here (one of a, b): did you mean "a"?',
  ])
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
    'One: "One" won\'t do as a key here (Counts by word; it matches ^[a-z]+$): did you mean "one"?',
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
  expect(complaints(oneOrMany, 'a: X')).toEqual([
    'X: "X" is not of the right form (what matches ^[a-z]+$): did you mean "x"?',
  ])
  expect(complaints(oneOrMany, 'a: [x, 7]')).toEqual([
    '7: 7 is not of the right form (what matches ^[a-z]+$): write it in this form',
  ])
})

test('where no form is near, the choice is told', () => {
  expect(complaints(oneOrMany, 'a: { b: 1 }')).toEqual([
    'a: a mapping fits none of the forms that can stand here (One word, or several): write one of these forms',
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
  expect(complaints(table, 'x: {}')).toEqual([
    'x: "x" has none of "a", "b" (at least one of these keys): add one of them',
  ])
  expect(complaints(table, 'x: { a: 1, b: 2 }')).toEqual([
    'b: "x" has more than one of "a", "b" (one of these keys): keep one of them',
  ])
  expect(complaints({ ...either }, '{}')).toEqual([
    '{}: the file has none of "a", "b" (at least one of these keys): add one of them',
  ])
})

test('a key that another one forbids does not belong there', () => {
  const schema = {
    type: 'object',
    if: { properties: { a: { const: 1 } } },
    else: { properties: { b: false } },
  }
  expect(complaints(schema, 'a: 2\nb: 1')).toEqual([
    'b: "b" goes with "a: 1" only ("a: 1" beside it): take it out, or write "a: 1"',
  ])
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
