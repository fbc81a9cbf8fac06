import { expect, test } from 'vitest'
import { visibleText } from './checks.js'
import { Fields } from './fields.js'
import { within } from './within.js'

const user = (json: string) => within(Fields.fromJson(json), 'user')

test('a field of an object in an answer is read like one of the answer itself', () => {
  expect(user('{"user":{"name":"me"}}').required(visibleText, 'name')).toBe('me')
  expect(() => user('{"user":{"name":5}}').optional(visibleText, 'name')).toThrow('name is malformed')
})

test('A14: an object that is left out has no fields, and the names of built-in things are none of its own', () => {
  expect(user('{}').optional(visibleText, 'name')).toBeUndefined()
  expect(user('{"user":{}}').has('constructor')).toBe(false)
  expect(user('{"user":{"__proto__":{"name":"x"}}}').has('name')).toBe(false)
})

test.each(['5', 'null', '[]', '"text"'])('%s is no object', (value) => {
  expect(() => user(`{"user":${value}}`)).toThrow('user is malformed')
})

test('A13: an object that came twice is refused', () => {
  expect(() => user('{"user":{},"user":{"name":"me"}}')).toThrow('user is repeated')
})
