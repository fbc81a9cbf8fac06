import { expect, test } from 'vitest'
import { faultsOf } from './faults-of.fixture.js'

test('behind a syntax error each entry is read by itself, and the first error of each is told', () => {
  const text = `a: [1,
b:
  c: { d: 1
  e: { f: 1 }
  # a remark
  "g: h": @x
  i: |
    j: k: l
  m: *n
o: |
  p: q: r
  s
t:
  u: 'it's'
  v: 1
w: x: y
`
  expect(faultsOf(text)).toEqual([
    'a.yaml:1:4 this bracket is never closed → close it with ]',
    'a.yaml:3:6 this bracket is never closed → close it with }',
    "a.yaml:6:11 a text can't begin with @ here → put it in quotes",
    expect.stringMatching(/^a\.yaml:14:10 the value before this has ended already/),
    expect.stringMatching(/^a\.yaml:16:4 this reads as a key inside a value/),
  ])
  expect(faultsOf(text.replaceAll('\n', '\r\n'))).toEqual(faultsOf(text))
})

test('what spreads over lines behind a syntax error is no error', () => {
  const lists =
    'b: [\n  "c: d",\n  "e"\n  ]\nf: {\n  g: 1,\n  h: 2 }\ni:\n  j: "k\n    l: m"\n  n:\n    { o: 1,\n      p: 2 }\n'
  expect(faultsOf(`a: @x\n${lists}`)).toHaveLength(1)
  expect(faultsOf(lists)).toEqual([])
})
