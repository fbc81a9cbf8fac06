import { expect, test } from 'vitest'
import { canonical, layOut, same } from './canonical-json.js'

test('keys are sorted, and each entry has its line', () => {
  const value = {
    b: { two: { y: 1, x: [1, 'a'] }, one: {} },
    a: 'text',
    none: undefined,
    c: { d: { e: { f: null } } },
  }
  expect(layOut(value)).toBe(`{
  "a": "text",
  "b": {
    "one": {},
    "two": { "x": [1, "a"], "y": 1 }
  },
  "c": {
    "d": {
      "e": { "f": null }
    }
  }
}
`)
  expect(JSON.parse(layOut(value))).toEqual(JSON.parse(JSON.stringify(value)))
})

test('the order of keys makes no difference, that of a list does', () => {
  expect(same({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
  expect(same({ b: [1, 2] }, { b: [2, 1] })).toBe(false)
  expect(same({ a: undefined }, {})).toBe(true)
  expect(canonical({ b: 1, a: 2 })).toBe('{ "a": 2, "b": 1 }')
})
