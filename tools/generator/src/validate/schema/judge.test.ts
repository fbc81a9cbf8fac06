import { expect, test } from 'vitest'
import { judge } from './judge.js'
import { source } from './judged.fixture.js'
import { SchemaFault } from './sound-schema.js'

const animal = source(
  'a.json',
  JSON.stringify({ type: 'object', required: ['name'], properties: { name: { type: 'string' } } }),
)

test('a document that fits is accepted with its data', () => {
  const judged = judge<{ name: string }>(source('a.yaml', 'name: Tom'), animal)
  expect(judged).toEqual({ accepted: true, document: { name: 'Tom' } })
})

test('one that does not fit can be judged again once it was patched', () => {
  const judged = judge<{ name: string }>(source('a.yaml', 'name: 7'), animal)
  if (judged.accepted) throw new Error('7 is no text')
  expect(judged.accept({ name: 8 })).toBeUndefined()
  expect(judged.accept({ name: 'Tom' })).toEqual({ name: 'Tom' })
})

test.each([
  ['{ "type": "strin" }', '"strin"', /"strin" is not known here$/, /^one of /, 'did you mean "string"?'],
  [
    '{ "type": "object", "properties": { "a": { "tpye": "object" } } }',
    '"tpye"',
    /"tpye" is no word of it$/,
    /^one of /,
    'did you mean "type"?',
  ],
  [
    '{ "type": "object", "properties": { "a": { "$ref": "#/definitions/b" } } }',
    '"#/definitions/b"',
    /^nothing stands at "#\/definitions\/b"/,
    /#\/definitions\/<name>/,
    'correct the schema',
  ],
  ['{ "minLength": -1 }', '-1', /-1 is too small$/, /^at least 0/, 'write 0 or more'],
  [
    '{ "type": "object", "properties": { "a": { "items": {} } } }',
    '"a"',
    /: missing type "array" for keyword "items"$/,
    /JSON Schema/,
    'correct the schema',
  ],
  ['[]', '[]', /no mapping stands here$/, /JSON Schema/, 'correct the schema'],
  ['7', '7', /no mapping stands here$/, /JSON Schema/, 'correct the schema'],
])('a schema that is none is a fault at its place: %s', (text, at, wrong, expected, fix) => {
  let thrown: unknown
  try {
    judge(source('a.yaml', 'a: 1'), source('s/a.json', text))
  } catch (error) {
    thrown = error
  }
  if (!(thrown instanceof SchemaFault)) throw thrown
  const { place, ...said } = thrown.fault
  expect(place.file).toBe('s/a.json')
  expect(place.text.slice(place.column - 1, place.column - 1 + place.width)).toBe(at)
  expect(said).toMatchObject({
    wrong: expect.stringMatching(wrong),
    expected: expect.stringMatching(expected),
    fix,
  })
})
