import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { mendFlow } from './mend-flow.js'

test('a bracket whose next lines are indented too little is read as it is meant', () => {
  const text = "a:\n  b: {'x':\n  'y', z: [1,\n2]}\n  c: |\n    {\n   # no bracket\n  d: 1\n"
  expect(() => parse(text)).toThrow()
  expect(parse(mendFlow(text))).toEqual({ a: { b: { x: 'y', z: [1, 2] }, c: '{\n', d: 1 } })
})

test('what is right stays as it is, and so does a bracket without an end', () => {
  const right = 'a: { b: 1,\n  c: 2 }\n'
  expect(mendFlow(right)).toBe(right)
  expect(() => parse(mendFlow('a: {\nb: 1\n'))).toThrow()
})
