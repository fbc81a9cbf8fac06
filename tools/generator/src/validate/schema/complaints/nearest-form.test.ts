import { expect, test } from 'vitest'
import { complaints } from '../judged.fixture.js'

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

test('where two forms are as near, the choice is told', () => {
  const forms = [
    { type: 'string', pattern: '^[a-z]+$' },
    { type: 'string', pattern: '^[0-9]+$' },
  ]
  expect(complaints({ type: 'object', properties: { x: { anyOf: forms } } }, 'x: A1')).toEqual([
    'A1: "A1" fits none of the forms that can stand here (one of the forms that the schema has): write one of these forms',
  ])
})

test('forms that are lists of values are one list', () => {
  const schema = {
    type: 'object',
    properties: { x: { anyOf: [{ enum: ['cat'] }, { enum: ['dog', 'cow'] }] } },
  }
  expect(complaints(schema, 'x: cut')).toEqual([
    'cut: "cut" is not known here (one of cat, dog, cow): did you mean "cat"?',
  ])
})
