import { expect, test } from 'vitest'
import type { Slot, Value } from '../../model/endpoint-model.js'
import { printExpression } from '../typescript/expressions.js'
import { readSlot, typeOf } from './values.js'

const plain = {
  kind: 'slot',
  wireName: 'a_b',
  within: undefined,
  aliases: [],
  name: 'aB',
  presence: 'optional',
  secret: false,
  description: 'D.',
} as const

test.each<[Value, string, string]>([
  [{ type: 'text' }, 'visibleText', 'string'],
  [{ type: 'free_text' }, 'freeText', 'string'],
  [{ type: 'bearer_token' }, 'bearerToken', 'string'],
  [{ type: 'uri' }, 'absoluteUri', 'string'],
  [{ type: 'scopes' }, 'scopeText', 'string'],
  [{ type: 'seconds' }, 'seconds', 'number'],
  [{ type: 'code_verifier' }, 'codeVerifier', 'string'],
  [{ type: 'code_challenge' }, 'codeChallenge', 'string'],
  [{ type: 'enum', values: ['x', 'y'], ignoreCase: false }, "oneOf('x', 'y')", "'x' | 'y'"],
  [{ type: 'enum', values: ['x'], ignoreCase: true }, "oneOfIgnoringCase('x')", "'x'"],
  [{ type: 'flag', is: true }, 'oneOf(true)', 'true'],
  [{ type: 'flag', is: false }, 'oneOf(false)', 'false'],
])('%j is checked by %s and is a %s', (value, check, type) => {
  expect(typeOf(value)).toBe(type)
  expect(printExpression(readSlot({ ...plain, value }), '', 0)).toBe(`fields.optional(${check}, 'a_b')`)
})

test.each<[Slot['presence'], string]>([
  ['required', "fields.required(freeText, 'a_b', 'c')"],
  ['nullable', "fields.nullable(freeText, 'a_b', 'c')"],
])('a %s value is read as such, under all its names', (presence, expected) => {
  const slot: Slot = { ...plain, aliases: ['c'], value: { type: 'free_text' }, presence }
  expect(printExpression(readSlot(slot), '', 0)).toBe(expected)
})

test('a value that an object holds is read from it', () => {
  const slot: Slot = { ...plain, within: 'user', value: { type: 'free_text' } }
  expect(printExpression(readSlot(slot), '', 0)).toBe("within(fields, 'user').optional(freeText, 'a_b')")
})
