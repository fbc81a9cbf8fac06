import { expect, test } from 'vitest'
import { propertyName, quoted } from './literals.js'

test.each([
  ['plain', `'plain'`],
  ["it's", `"it's"`],
  ['say "x"', `'say "x"'`],
  [`it's "x"`, `'it\\'s "x"'`],
  [`it's John's '"'`, `"it's John's '\\"'"`],
  ['a\\b', `'a\\\\b'`],
  ['a\nb\tc', `'a\\nb\\tc'`],
  ['', `''`],
])('%j is written %s', (text, expected) => {
  expect(quoted(text)).toBe(expected)
  expect(new Function(`return ${expected}`)()).toBe(text)
})

test('a property is quoted only where it must be', () => {
  expect(['name', 'a_b', '$x', 'delete', 'a:b', '*', '1a', ''].map(propertyName)).toEqual([
    'name',
    'a_b',
    '$x',
    'delete',
    `'a:b'`,
    `'*'`,
    `'1a'`,
    `''`,
  ])
})

test('a property that would set the prototype is a property like any other', () => {
  const made = new Function(`return { ${propertyName('__proto__')}: 1 }`)()
  expect(Object.entries(made)).toEqual([['__proto__', 1]])
})
