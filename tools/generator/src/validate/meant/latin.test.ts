import { expect, test } from 'vitest'
import { inLatin, lookAlikes } from './latin.js'

test.each([
  ['\u0430ccount', 'account'],
  ['d\u043Em\u0430ins', 'domains'],
  ['\u0391ccount', 'Account'],
  ['ａccount', 'account'],
  ['accoünt', 'account'],
  ['“*”', '*'],
  ['object_storage', 'object_storage'],
  ['中', '中'],
])('%s is meant to be %s', (text, latin) => {
  expect(inLatin(text)).toBe(latin)
})

test('the letters that only look right are named', () => {
  expect(lookAlikes('\u0430ccount')).toBe(': "\u0430" (U+0430) is not "a"')
  expect(lookAlikes('“a')).toBe(': "“" (U+201C) is no straight quote')
  expect(lookAlikes('account 中')).toBe('')
})
