import { expect, test } from 'vitest'
import { faultsOf } from './faults-of.fixture.js'
import { load } from './load.js'
import type { Source } from './source.js'

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

test('a file without a value is empty', () => {
  expect(faultsOf('# a remark\n')).toEqual(['a.yaml:1:1 the file is empty → write it, or put it back'])
})

test('what a merge left is told, and not what it does to the rest', () => {
  const side = '<<<<<<< HEAD\n  b: 1\n=======\n  b: 2\n>>>>>>> other\n'
  expect(faultsOf(`a:\n${side}c:\n${side}`)).toEqual(
    [2, 8].map(
      (line) =>
        `a.yaml:${line}:1 a merge left both sides here → keep what is right, and take these lines out`,
    ),
  )
  expect(faultsOf('a: |\n  <<<<<<< HEAD\n')).toEqual([])
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
  ['a: *b', '1:4 there is no anchor &b above → write the value out, or put it in quotes if a text was meant'],
  ['a: &one 1\nb: *onne', '2:4 there is no anchor &onne above → did you mean "*one"?'],
  [
    'a: &our boxes\n',
    '1:4 "&our" names what follows, but no alias (*our) stands below → put the text in quotes if it begins here, or take the anchor out',
  ],
  [
    'a: our #1 box\nb: c # d\n',
    '1:8 a remark begins here, and the text before it has ended → put the whole text in quotes, or a space behind the sign',
  ],
  [
    'a: our big # box\nb: "big box" # d\nc: [GET /b] # e\nd: A big box. # f\n',
    '1:12 a remark begins here, and the text before it has ended → put the text in quotes, with these words or without them, or the remark on a line of its own',
  ],
  [
    'a: >-\nb: c\n',
    '1:4 no line of the text that begins here is indented below it → indent them, or write the text here',
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

test.each([
  ['a key that is no text', 'a: { ? [x] : 1 }'],
  ['a sign that begins no text', 'a: @x'],
  ['an escape', 'a: "\\q"'],
])('of %s it is told what was expected', (_, text) => {
  const { faults } = load({ file: 'a.yaml', bytes: new TextEncoder().encode(text) })
  expect(faults).toMatchObject([{ expected: expect.stringMatching(/\w/) }])
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
  const last = bomb.join('\n').replace('&a8 ', '')
  expect(faultsOf(last)).toEqual([
    'a.yaml:9:38 aliases of aliases stand for more values than can be held → write the values out',
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
