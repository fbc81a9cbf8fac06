// A JSON object, and texts that are none.
import { expect, test } from 'vitest'
import { FieldError } from './field-error.js'
import { parseJsonObject } from './json.js'

test.each([
  ['nothing', '{}', []],
  ['different names', '{"a":1,"b":{"a":2},"c":[{"a":3},"a"]}', []],
  ['a name twice', '{"a":1,"b":2,"a":1}', ['a']],
  ['a name twice, once escaped', '{"a":1,"\\u0061":2}', ['a']],
  ['a name twice, with white space', '{ "a" \n : 1 ,\t"a"\r: 2 }', ['a']],
  ['a name inside a value', '{"a":"\\"a\\":1,{","b":"}"}', []],
  ['a name that looks like a bracket', '{"{":1,"}":2,"{":3}', ['{']],
  ['a name twice, deeper', '{"x":{"a":1,"a":2}}', []],
  ['a name after a backslash', '{"a\\\\":1,"a":2,"a\\\\":3}', ['a\\']],
])('A13 %s: the outermost names that come twice are known', (_what, text, repeated) => {
  expect([...parseJsonObject(text).repeated]).toEqual(repeated)
})

test('A14 __proto__ and constructor are names like any other', () => {
  const { members } = parseJsonObject('{"__proto__":{"polluted":true},"constructor":1,"toString":2}')
  expect([...members.keys()]).toEqual(['__proto__', 'constructor', 'toString'])
  expect('polluted' in {}).toBe(false)
})

test.each(['', 'null', '[]', '"a"', '5', '{', '{"a":1}x', "{'a':1}", '\ufeff{}'])(
  'A12 A24 %j is refused without being quoted',
  (text) => {
    expect(() => parseJsonObject(text)).toThrow(FieldError)
  },
)

test('C17 the refusal quotes nothing of the text', () => {
  expect(() => parseJsonObject('{"access_token": s3cr3t}')).toThrow(/^(?!.*s3cr)/)
})

test.each([
  ['one long text', `{"a":"${'x'.repeat(250_000)}"}`],
  ['many escapes', `{"a":"${'\\"'.repeat(120_000)}"}`],
  ['much white space', `{"a"${' '.repeat(250_000)}:1}`],
  ['white space after a value', `{"a":"x"${' '.repeat(250_000)}}`],
  ['deep nesting', `{"a":${'['.repeat(120_000)}${']'.repeat(120_000)}}`],
  ['many members', `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join(',')}}`],
])('256 KiB are read before the test runs into its time limit: %s', (_what, text) => {
  expect(parseJsonObject(text).members.size).toBeGreaterThan(0)
})
