import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tableOf } from '../../../collections/table.js'
import { house as ourHouse } from '../../../house/this-repository.js'
import { complaints } from '../judged.fixture.js'

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

test('of keys that are as near, the one that is missing was meant', () => {
  const keys = { type: 'object', additionalProperties: false, properties: { name: {}, names: {} } }
  expect(complaints({ ...keys, required: ['names'] }, 'name: a\nnamse: b')).toEqual([
    'namse: the key "namse" is not known here (one of name, names): did you mean "names"?',
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

test('a key that goes with one value of another is told with that', () => {
  const schema = {
    type: 'object',
    if: { properties: { a: { const: 1 } } },
    else: { properties: { b: false } },
  }
  expect(complaints(schema, 'a: 2\nb: 1')).toEqual([
    'b: "b" goes with "a: 1" only ("a: 1" beside it): take it out, or write "a: 1"',
  ])
})

const forbidden = { properties: { b: false } }
const isThere = { properties: { a: true }, required: ['a'] }
const isTwo = { properties: { a: { const: 2 } } }

function forbiddenIf(condition: object): object {
  return Object.fromEntries([
    ['if', condition],
    ['then', forbidden],
  ])
}

test.each([
  ['that another one forbids', { dependencies: { a: forbidden } }, 'a'],
  ['that another one forbids by a condition', forbiddenIf(isThere), 'a'],
  ['that a value of another one forbids', forbiddenIf(isTwo), 'a: 2'],
])('a key %s is told with that', (_, condition, other) => {
  expect(complaints({ type: 'object', properties: { a: {}, b: {} }, ...condition }, 'a: 2\nb: 1')).toEqual([
    `b: "b" can't stand beside "${other}" ("${other}" or "b", not both): keep one of the two`,
  ])
})

test('a key that nothing allows does not belong there', () => {
  expect(complaints({ type: 'object', properties: { b: false } }, 'b: 1')).toEqual([
    'b: "b" does not belong here (the other keys alone): take it out',
  ])
})

test('a key that needs another one is told with it', () => {
  const schema = {
    type: 'object',
    properties: { a: {}, b: { description: 'How many.' } },
    dependencies: { a: ['b'] },
  }
  expect(complaints(schema, 'a: 1')).toEqual([
    'a: "a" stands here without "b" ("b". How many): add "b", or take "a" out',
  ])
})

test('a number is told as it was written', () => {
  const version = { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$', examples: ['1.4.0'] }
  const schema = { type: 'object', properties: { x: version, y: { type: 'string' }, z: { enum: ['a'] } } }
  expect(complaints(schema, 'x: 4.240\ny: 0x10\nz: .nan')).toEqual([
    '4.240: 4.240 is not of the right form (a text, like "1.4.0"): did you mean "4.240.0"?',
    '0x10: 0x10 is not a text (a text): put it in quotes',
    '.nan: .nan is not known here (a): write this',
  ])
})

test('in place of a mapping that needs one key, a text was meant as the value of that', () => {
  const properties = { removed: { type: 'string' }, note: { type: 'string' } }
  const mapping = { type: 'object', properties }
  const schema = { type: 'object', properties: { x: mapping, y: { ...mapping, required: ['removed'] } } }
  expect(complaints(schema, 'x: 4.240.0\ny: 4.240.0')).toEqual([
    '4.240.0: "4.240.0" is not a mapping (a mapping): write "key: value", a line each; the keys are removed, note',
    '4.240.0: "4.240.0" is not a mapping (a mapping): did you mean { removed: 4.240.0 }?',
  ])
})

test('what is only said where it holds is taken out where it does not, and nothing else is asked for it', () => {
  const flag = { type: 'object', properties: { x: { const: true } } }
  expect(complaints(flag, 'x: false')).toEqual([
    'false: "x" is never false: where it does not hold, it is left out (true): take it out',
  ])
  const asks = { x: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } }
  expect(complaints({ ...flag, dependencies: asks }, 'x: true')).toEqual([
    'x: true: the file has none of "a", "b" (at least one of these keys, beside "x"): add one of them, or take "x" out',
  ])
  expect(complaints({ ...flag, dependencies: asks }, 'x: false')).toHaveLength(1)
})

test('a key that can not be mended is to be renamed', () => {
  const table = { type: 'object', additionalProperties: false, patternProperties: { '^[a-z]{3}$': {} } }
  expect(complaints(table, '???: 1')).toEqual([
    '???: "???" won\'t do as a key here (what matches ^[a-z]{3}$): rename it',
  ])
})

test.each([
  ['string', '[1]', 'a list is not a text (a text): write a text'],
  ['string', '7', '7 is not a text (a text): put it in quotes'],
  ['boolean', 'yes', '"yes" is not true or false (true or false): did you mean true?'],
  ['boolean', 'Off', '"Off" is not true or false (true or false): did you mean false?'],
  ['boolean', 'so', '"so" is not true or false (true or false): write true or false, without quotes'],
  ['boolean', '1', '1 is not true or false (true or false): write true or false'],
  ['integer', "'12'", '"12" is not a whole number (a whole number): take the quotes out'],
  ['number', 'true', 'true is not a number (a number): write a number'],
  ['array', 'a', '"a" is not a list (a list): did you mean [a]?'],
  ['array', '{ a: 1 }', 'a mapping is not a list (a list): write a list: [one, another]'],
  ['array', '{ a, b }', 'a mapping is not a list (a list): did you mean [a, b]?'],
  [
    'object',
    '[1]',
    'a list is not a mapping (a mapping): write entries with keys, "key: value", in place of the list',
  ],
  [
    'object',
    '[{ a: 1 }]',
    'a list is not a mapping (a mapping): write a space in place of the dash before its first key',
  ],
  ['object', 'a', '"a" is not a mapping (a mapping): write "key: value", a line each'],
  ['object', '', 'nothing stands here (a mapping): write a mapping after the colon'],
])('in place of what is to be of type %s, %s is told with how to write it', (type, value, told) => {
  const [complaint] = complaints({ type: 'object', properties: { x: { type } } }, `x: ${value}`)
  expect(complaint?.replace(/^.*?: /, '')).toBe(told)
})

test.each([
  [{ type: 'array', minItems: 1 }, '[]', 'there is nothing in "x" (at least one item): write one into it'],
  [
    { type: 'array', minItems: 2 },
    '[1]',
    'there are too few items in "x" (at least 2 items): write more into it',
  ],
  [
    { type: 'object', minProperties: 1 },
    '{}',
    'there is nothing in "x" (at least one key): write one into it',
  ],
  [{ type: 'integer', maximum: 3 }, '4', '4 is too large (at most 3): write 3 or less'],
  [
    { type: 'string', maxLength: 1 },
    'ab',
    '"ab" won\'t do here (it must NOT have more than 1 characters): correct it',
  ],
])('by %j, %s is beyond a limit', (x, value, told) => {
  const [complaint] = complaints({ type: 'object', properties: { x } }, `x: ${value}`)
  expect(complaint?.replace(/^.*?: /, '')).toBe(told)
})

test.each([
  ["''", 'this text is empty (what matches ^[a-z]+$): write it in this form'],
  [
    'a, b c',
    '"a, b c" is not of the right form (what matches ^[a-z]+$): if several are meant, write a list of them: [a, b, c]',
  ],
])('a text of another form is told, too: %s', (value, told) => {
  const x = { type: 'string', pattern: '^[a-z]+$' }
  const [complaint] = complaints({ type: 'object', properties: { x } }, `x: ${value}`)
  expect(complaint?.replace(/^.*?: /, '')).toBe(told)
})

test('a long value is cut', () => {
  const schema = { type: 'object', properties: { x: { enum: ['a'] } } }
  expect(complaints(schema, `x: ${'y'.repeat(80)}`)[0]).toContain(`"${'y'.repeat(59)}…" is not known here`)
})

test('a yes is no word in quotes, and white space is shown as what it is', () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'boolean' }, b: { type: 'string', pattern: '^[ ,]$', examples: [' '] } },
  }
  expect(complaints(schema, 'a: yes')[0]).toMatch(/did you mean true\?$/)
  expect(complaints(schema, 'a: "true"')[0]).toMatch(/did you mean true, without quotes\?$/)
  expect(complaints(schema, 'b: "\\n"')[0]).toContain('"\\n" is not of the right form (a text, like " ")')
})

test('every pattern of the schemas has an example beside it, which fits it', () => {
  const patterns = Object.values(ourHouse.schemas)
    .concat(ourHouse.vectors?.schema ?? [])
    .flatMap((file) => patternsIn(JSON.parse(readFileSync(join(root, file), 'utf8'))))
  expect(patterns.length).toBeGreaterThan(50)
  const unfit = patterns.filter(
    ({ pattern, examples }) =>
      examples.length === 0 || !examples.every((example) => new RegExp(pattern, 'u').test(example)),
  )
  expect(unfit).toEqual([])
})

const root = join(import.meta.dirname, '../../../../../..')

interface Pattern {
  readonly pattern: string
  readonly examples: readonly string[]
}

/** The patterns of texts and of keys, at any depth. */
function patternsIn(schema: unknown): readonly Pattern[] {
  if (Array.isArray(schema)) return schema.flatMap(patternsIn)
  if (typeof schema !== 'object' || schema === null) return []
  const { pattern, patternProperties, propertyNames } = tableOf(schema)
  return [
    ...(typeof pattern === 'string' ? [{ pattern, examples: examplesOf(schema) }] : []),
    ...Object.keys(tableOf(patternProperties)).map((of) => ({
      pattern: of,
      examples: examplesOf(propertyNames),
    })),
    ...Object.values(schema).flatMap(patternsIn),
  ]
}

function examplesOf(schema: unknown): readonly string[] {
  const { examples } = tableOf(schema)
  return Array.isArray(examples) ? examples.map(String) : []
}
