// The fields of a message.
import { expect, test } from 'vitest'
import { bearerToken, freeText, scopeText, seconds, visibleText } from './checks.js'
import { FieldError } from './field-error.js'
import { Fields } from './fields.js'

function parameters(query: string): Fields {
  return Fields.fromParameters(new URLSearchParams(query))
}

test('C8 what nobody asks for is ignored, even twice', () => {
  const fields = Fields.fromJson('{"x":1,"x":2,"code":"abc"}')
  expect(fields.required(visibleText, 'code')).toBe('abc')
})

test('C3 an empty parameter is an omitted one', () => {
  expect(parameters('code=&state=s').optional(visibleText, 'code')).toBeUndefined()
  expect(() => parameters('code=').required(visibleText, 'code')).toThrow('code is missing')
})

test.each(['code=a&code=b', 'code=a&code=a', 'code=&code=a', 'code=&code='])('C2 %s is refused', (query) => {
  expect(() => parameters(query).optional(visibleText, 'code')).toThrow('code is repeated')
})

test('A13 C2 a member of JSON that comes twice is refused', () => {
  const fields = Fields.fromJson('{"code":"a","code":"a"}')
  expect(() => fields.required(visibleText, 'code')).toThrow(FieldError)
  expect(() => fields.nullable(visibleText, 'code')).toThrow(FieldError)
})

test.each([
  ['{"t":null}', undefined],
  ['{"t":""}', undefined],
  ['{}', undefined],
  ['{"t":"abc"}', 'abc'],
])('A38 %s, where null and empty mean left out', (text, value) => {
  expect(Fields.fromJson(text).nullable(bearerToken, 't')).toBe(value)
})

test('A38 null is no value where nothing says so', () => {
  expect(() => Fields.fromJson('{"t":null}').optional(bearerToken, 't')).toThrow('t is malformed')
})

test.each([
  ['{"scope":"a b"}', 'a b'],
  ['{"scopes":"a b"}', 'a b'],
  ['{"scope":"b a","scopes":"a,b"}', 'a,b'],
  ['{"scope":"","scopes":""}', ''],
])('A39 %s: two names that agree', (text, value) => {
  expect(Fields.fromJson(text).optional(scopeText, 'scope', 'scopes')).toBe(value)
})

test.each(['{"scope":"a","scopes":"a b"}', '{"scope":"","scopes":"a"}'])(
  'A39 %s: two names that disagree',
  (text) => {
    expect(() => Fields.fromJson(text).optional(scopeText, 'scope', 'scopes')).toThrow(
      'scopes is contradictory',
    )
  },
)

test.each([
  ['0', 0],
  ['7200', 7200],
  ['"7200"', 7200],
  ['7200.0', 7200],
  ['99999999999', 315_360_000],
])('C11 a lifetime of %s', (text, value) => {
  expect(Fields.fromJson(`{"e":${text}}`).optional(seconds, 'e')).toBe(value)
})

test.each(['-1', '"3600abc"', '1e308', 'null', '{}', '1.5', '""', '"-1"', '"1e3"', 'true', '[1]', '1e999'])(
  'C11 A19 a lifetime of %s is refused',
  (text) => {
    expect(() => Fields.fromJson(`{"e":${text}}`).optional(seconds, 'e')).toThrow('e is malformed')
  },
)

test.each(['a\r\nb', 'a\u0000', 'ä', 'a b', '=a', 'a=b', '', 'x'.repeat(9000)])(
  'C13 A17 %j is no bearer token',
  (token) => {
    expect(bearerToken.read(token)).toBeUndefined()
  },
)

test('C13 any other characters of b64token are fine', () => {
  expect(bearerToken.read('aZ09-._~+/==')).toBe('aZ09-._~+/==')
})

test.each(['a\nb', 'a\u007f', 'é', 5, null, {}, 'x'.repeat(5000)])('C13 %j is no code or state', (value) => {
  expect(visibleText.read(value)).toBeUndefined()
})

test('a text for people may be anything but something else', () => {
  expect(freeText.read('\u0000é')).toBe('\u0000é')
  expect(freeText.read(5)).toBeUndefined()
})

test('an error of a field shows no value', () => {
  expect(() => Fields.fromJson('{"t":"s3cr3t\\n"}').required(bearerToken, 't')).toThrow(
    'malformed: expected a bearer token of at most 8192 characters',
  )
})
