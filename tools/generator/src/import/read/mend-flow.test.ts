import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { Faults } from '../../report/fault.js'
import { mendFlow } from './mend-flow.js'
import { parseText } from './parse-text.js'

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

test('however many brackets there are, and however long, each is mended', () => {
  const short = Array.from({ length: 1000 }, (_, index) => `k${index}:\n  - a: [{ b: [\n${index}] }]\n`).join(
    '',
  )
  const long = `long: {\n${Array.from({ length: 1000 }, (_, index) => `k${index}: "{",\n`).join('')}}\n`
  const data = parse(mendFlow(short + long), { uniqueKeys: false })
  expect([data.k0, data.k999]).toEqual([[{ a: [{ b: [0] }] }], [{ a: [{ b: [999] }] }]])
  expect(Object.keys(data.long)).toHaveLength(1000)
})

test('beside what is mended, only what is wrong is told', () => {
  const text = 'a: {\nb: 1 }\nc: "open\n'
  const read = () => parseText('api.yaml', new TextEncoder().encode(text))
  expect(read).toThrow(Faults)
  try {
    read()
  } catch (error) {
    const faults = error instanceof Faults ? error.faults : []
    expect(faults.map(({ place }) => [place.line, place.column])).toEqual([[3, 4]])
  }
})
