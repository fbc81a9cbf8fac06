import { expect, test } from 'vitest'
import { load } from './load.js'
import type { Source } from './source.js'

function faultsOf(text: string, file = 'a.yaml'): string[] {
  return load({ file, bytes: new TextEncoder().encode(text) }).faults.map(
    ({ place, wrong, fix }) => `${place.file}:${place.line}:${place.column} ${wrong} → ${fix}`,
  )
}

function sourceOf(text: string): Source {
  const { source, faults } = load({ file: 'a.yaml', bytes: new TextEncoder().encode(text) })
  if (source === undefined) throw new Error(faults[0]?.wrong)
  return source
}

test('a file becomes plain data', () => {
  expect(sourceOf('a: { b: [1, x] }\nc: true\n').data).toEqual({ a: { b: [1, 'x'] }, c: true })
})

test('a byte order mark and the line ends of another system do not matter', () => {
  expect(sourceOf('\uFEFFa: >-\r\n  one\r\n  two\r\nb: 1\r\n').data).toEqual({ a: 'one two', b: 1 })
})

test('JSON is read too', () => {
  expect(sourceOf('{ "a": [1, null] }').data).toEqual({ a: [1, null] })
})

test.each([
  [
    'a bracket that is never closed',
    'a: [1, 2\nb: 1\nc: 1\n',
    '1:4 this bracket is never closed → close it with ]',
  ],
  ['one that the file ends in', 'a: { b: [1], c: 1', '1:4 this bracket is never closed → close it with }'],
  ['a quote', 'a: "x\nb: 1\n', '1:4 this quote is never closed → close it with the same quote'],
  ['a tab', 'a:\n\tb: 1\n', '2:1 a tab stands where a line is indented → indent with spaces'],
  [
    'an indent',
    'a:\n    b: 1\n  c: 2\n',
    '3:1 this line is indented unlike its neighbours → indent it as they are',
  ],
  [
    'a tag',
    'a: !x 1\n',
    '1:4 a tag like this one means nothing here → leave it out, or put the text in quotes',
  ],
  ['a document', 'a: 1\n---\nb: 1\n', '2:1 a second document begins here → take this line out'],
  [
    'a star',
    'a: *\n',
    "1:4 a star begins the name of an anchor, but none follows → did you mean '*', in quotes?",
  ],
  ['a reserved sign', 'a: @x\n', "1:4 a text can't begin with @ here → put it in quotes"],
  [
    'a colon',
    'a: b: c\n',
    '1:4 this reads as a key inside a value → put a text that holds ": " in quotes; put keys on lines of their own, indented alike',
  ],
  [
    'a line that is indented further',
    'a:\n  b: 1\n   c: 2\n',
    '2:6 the next line is indented further than this one, so it reads as a key inside its value → indent it as its neighbours are',
  ],
  [
    'no colon, as of a key that is being written',
    'a: 1\nb\nc: 2\n',
    '2:1 this line is no key with a value → put a colon and a value behind it, or indent it further where it goes on with the line above',
  ],
  ['no space', 'a: 1\nb:2\nc: 3\n', '2:1 this line is no key with a value → put a space after the colon'],
  ['no comma', 'a: { b: 1 c: 2 }\n', '1:9 a comma is missing after this → put one there'],
  [
    'no comma behind a text',
    'a: {\n  b: x y\n  c: 2,\n}\n',
    '2:6 a comma is missing after this → put one there',
  ],
  [
    'no comma behind a quote and a remark',
    'a: {\n  b: "x" # a remark\n\n  c: 2,\n}\n',
    '2:8 a comma is missing after this → put one there',
  ],
  ['no comma in JSON', '{\n  "a": [1]\n  "b": 2\n}', '2:10 a comma is missing after this → put one there'],
  [
    'an item among keys',
    'a:\n  b: 1\n  - c\n',
    '3:3 an item of a list stands where a key belongs → indent it as the other items are, or put it below the key that it belongs to',
  ],
  [
    'a list behind its key',
    'a: - b\n',
    '1:4 a list begins on the line of its key → begin it on the next line, or put a text that begins with a dash in quotes',
  ],
  [
    'a bracket too many',
    'a: [1]]\n',
    '1:7 this bracket closes none that is open → take it out, or put the text that it belongs to in quotes',
  ],
  [
    'an escape',
    'a: "\\q"\n',
    '1:5 this is no escape that YAML knows → write \\\\ for a backslash, or use single quotes',
  ],
  [
    'what follows a quote',
    "a: 'it's'\n",
    '1:8 the value before this has ended already → put all of it between two quotes, and double a single quote within',
  ],
  [
    'anything else',
    `${'x'.repeat(1100)}: 1`,
    '1:1 this is not YAML: The : indicator must be at most 1024 chars after the start of an implicit block mapping key → correct it here',
  ],
  ['nothing at all', '# a remark\n', '1:1 the file is empty → write it, or put it back'],
])('a syntax error is told once, with its place: %s', (_, text, expected) => {
  expect(faultsOf(text)).toEqual([`a.yaml:${expected}`])
})

test('a wrong indent is told at its line, not at an empty one before it', () => {
  expect(faultsOf('a:\n  b: { c: 1 }\n\n   d: { c: 1 }\n')).toEqual([
    'a.yaml:4:1 this line is indented unlike its neighbours → indent it as they are',
  ])
})

test('what a merge left is told, and not what it does to the rest', () => {
  const side = '<<<<<<< HEAD\n  b: 1\n=======\n  b: 2\n>>>>>>> other\n'
  expect(faultsOf(`a:\n${side}c:\n${side}`)).toEqual(
    [2, 8].map(
      (line) =>
        `a.yaml:${line}:1 a merge left both sides here → keep what is right, and take these three lines out`,
    ),
  )
  expect(faultsOf('a: |\n  <<<<<<< HEAD\n')).toEqual([])
})

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

test('a bracket that is never closed is told with the place where it should have been', () => {
  const { faults } = load({ file: 'a.yaml', bytes: new TextEncoder().encode('a: [1, 2\nb: 1\n') })
  expect(faults[0]?.also).toMatchObject([
    { place: { line: 2, column: 1 }, says: 'by here it should be closed' },
  ])
})

test('every key that stands twice is told, with the first, and the first counts', () => {
  const { source, faults } = load({
    file: 'a.yaml',
    bytes: new TextEncoder().encode('GET /a: 1\nb: { c: 1, c: 2 }\nGET /a: 2\n'),
  })
  expect(
    faults.map(({ wrong, place, also }) => [wrong, place.line, place.column, also?.[0]?.place.line]),
  ).toEqual([
    ['the key "GET /a" stands twice', 3, 1, 1],
    ['the key "c" stands twice', 2, 12, 2],
  ])
  expect(source?.data).toEqual({ 'GET /a': 1, b: { c: 1 } })
})

test.each([
  ['012: 1', '1:1 the key 012 is not a text → put it in quotes: "012"'],
  ['null: 1', '1:1 the key null is not a text → put it in quotes: "null"'],
  ['a: { ? [x] : 1 }', '1:8 this key is no text → write a text before the colon'],
  [
    'a: &x { b: 1 }\nc: { <<: *x }',
    '2:6 mappings are not merged here, so "<<" is a key like any other → write the keys out',
  ],
  ['a: *b', '1:4 there is no anchor &b above → write the value out; if a text was meant, put it in quotes'],
  [
    'a: &one 1\nb: *onne',
    '2:4 there is no anchor &onne above → did you mean "one"? if a text was meant, put it in quotes',
  ],
  ['a: &x { b: *x }', '1:12 what &x names holds itself → write the value out'],
])('what YAML allows but a spec does not is told: %s', (text, expected) => {
  expect(faultsOf(text)).toEqual([`a.yaml:${expected}`])
})

test('a key like one of every object is a key like any other', () => {
  expect(Object.entries(sourceOf('__proto__: 1\nconstructor: 2\n').data ?? {})).toEqual([
    ['__proto__', 1],
    ['constructor', 2],
  ])
})

test('aliases that stand for more than memory holds are a fault', () => {
  const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]']
  for (let level = 1; level < 9; level += 1) {
    bomb.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(',')}]`,
    )
  }
  expect(faultsOf(bomb.join('\n'))).toEqual([
    'a.yaml:9:42 aliases of aliases stand for more values than can be held → write the values out',
  ])
})

test('a missing file and one that is not UTF-8 are faults, the latter at the first bad byte', () => {
  const [missing] = load({ file: 'a.yaml', bytes: undefined }).faults
  expect(missing?.wrong).toBe('the file is missing')
  const [wide] = load({ file: 'a.yaml', bytes: Uint8Array.of(0xff, 0xfe) }).faults
  expect(wide?.wrong).toBe('the file is UTF-16, not UTF-8')
  const latin = Uint8Array.from('é: 1\nb: é\n', (character) => character.charCodeAt(0)).subarray(1)
  const [bad] = load({ file: 'a.yaml', bytes: latin }).faults
  expect(bad).toMatchObject({ wrong: 'this is not UTF-8', place: { line: 2, column: 4, text: 'b: \uFFFD' } })
})

test('keys and values have their places', () => {
  const source = sourceOf('one:\n  two: [a, "b c"]\n  three: >-\n    text\n')
  const marked = (path: (string | number)[], what: 'key' | 'value') => {
    const { line, column, width, text } = source.place(path, what)
    return `${line}: ${text.slice(column - 1, column - 1 + width)}`
  }
  expect(marked(['one', 'two'], 'key')).toBe('2: two')
  expect(marked(['one', 'two', 1], 'value')).toBe('2: "b c"')
  expect(marked(['one', 'two'], 'value')).toBe('2: two')
  expect(marked(['one', 'three'], 'value')).toBe('3: >-')
  expect(marked(['one'], 'value')).toBe('1: one')
})

test('a path that leads to nothing has the place of the last thing on it', () => {
  const { line, column } = sourceOf('one:\n  two: 1\n').place(['one', 'three', 'four'], 'key')
  expect([line, column]).toEqual([1, 1])
})

test('the place of what an alias stands for is where it is written', () => {
  const source = sourceOf('a: &x { b: 1 }\nc: *x\n')
  expect(source.data).toEqual({ a: { b: 1 }, c: { b: 1 } })
  expect(source.place(['c', 'b'], 'value').line).toBe(1)
})
