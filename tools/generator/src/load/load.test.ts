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

test('a syntax error is told with its place, and what follows from it is not', () => {
  expect(faultsOf('a: [1, 2\nb: 1\nc: 1\n')).toEqual([
    expect.stringMatching(/^a\.yaml:2:1 this is not YAML: .* → (indent|close)/),
  ])
  expect(faultsOf('{"a": ', 'a.json')).toEqual([expect.stringMatching(/^a\.json:1:\d+ this is not JSON: /)])
})

test('every key that stands twice is told, with the line of the first', () => {
  expect(faultsOf('GET /a: 1\nb: { c: 1, c: 2 }\nGET /a: 2\n')).toEqual([
    'a.yaml:2:12 the key "c" stands already in line 2 → keep one of the two',
    'a.yaml:3:1 the key "GET /a" stands already in line 1 → keep one of the two',
  ])
})

test('a tab, an unknown tag, a second document and an alias without an anchor are faults', () => {
  expect(faultsOf('a:\n\tb: 1\n')).toHaveLength(1)
  expect(faultsOf('a: !secret x\n')).toEqual([
    'a.yaml:1:4 this is not YAML: Unresolved tag: !secret → leave the tag out',
  ])
  expect(faultsOf('a: 1\n---\nb: 1\n')).toHaveLength(1)
  expect(faultsOf('a: *b\n')).toEqual(['a.yaml:1:4 there is no anchor &b above → write the value out'])
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
  expect(faultsOf(bomb.join('\n'))).toEqual([expect.stringContaining('a.yaml:1:1 Excessive alias count')])
})

test('a missing file and one that is not UTF-8 are faults', () => {
  const [missing] = load({ file: 'a.yaml', bytes: undefined }).faults
  expect(missing?.wrong).toBe('the file is missing')
  const [binary] = load({ file: 'a.yaml', bytes: Uint8Array.of(0xff, 0xfe) }).faults
  expect(binary?.wrong).toBe('the file is not UTF-8')
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
