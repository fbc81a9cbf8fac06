import { expect, test } from 'vitest'
import { call, code, type Expression, list, object, spreadObject, text } from './declarations.js'
import { printExpression } from './expressions.js'

const print = (expression: Expression, indent = '', taken = 0) => printExpression(expression, indent, taken)
const word = (length: number) => text('x'.repeat(length))

test.each<[Expression, string]>([
  [text('a'), `'a'`],
  [code('request.x'), 'request.x'],
  [list([]), '[]'],
  [list([text('a'), code('1')]), `['a', 1]`],
  [object([]), '{}'],
  [
    object([
      { name: 'a', value: code('1') },
      { name: 'b:c', value: list([]) },
    ]),
    `{ a: 1, 'b:c': [] }`,
  ],
  [object([{ name: 'same', value: code('same') }]), '{ same }'],
  [call('f', text('a'), call('g')), `f('a', g())`],
  [list([list([text('a')]), list([text('b')])]), `[['a'], ['b']]`],
  [spreadObject([]), '{}'],
])('%# fits on a line: %s', (expression, expected) => {
  expect(print(expression)).toBe(expected)
})

test('an expression that does not fit has a line for each part', () => {
  expect(print(list([word(50), word(50), word(3)]))).toBe(
    `[\n  '${'x'.repeat(50)}',\n  '${'x'.repeat(50)}',\n  'xxx',\n]`,
  )
  expect(print(list([word(50), word(46)]))).toHaveLength(104)
  expect(print(list([word(50), word(46)]), '', 7)).toContain('\n')
})

test('only what does not fit is spread', () => {
  const inner = list([text('a'), text('b')])
  expect(
    print(
      object([
        { name: 'one', value: inner },
        { name: 'two', value: word(95) },
      ]),
    ),
  ).toBe(`{\n  one: ['a', 'b'],\n  two: '${'x'.repeat(95)}',\n}`)
})

test('a text too long for its line stands under its name', () => {
  expect(print(spreadObject([{ name: 'description', value: word(100) }]))).toBe(
    `{\n  description:\n    '${'x'.repeat(100)}',\n}`,
  )
})

test('a comment spreads an object and stands above its member', () => {
  expect(print(object([{ name: 'a', value: text('b'), docs: 'What a is.' }]))).toBe(
    `{\n  /** What a is. */\n  a: 'b',\n}`,
  )
})

test('a table of lists has a line for each', () => {
  const row = list([text('a'), text('b')])
  expect(print(call('f', list([row, row])))).toBe(`f([\n  ['a', 'b'],\n  ['a', 'b'],\n])`)
})

test('arguments that do not fit take a line each, and inner ones too where they must', () => {
  const inner = call('oneOf', ...Array.from({ length: 4 }, () => word(30)))
  expect(print(call('f', inner, text('name')))).toBe(
    [
      'f(',
      '  oneOf(',
      ...Array.from({ length: 4 }, () => `    '${'x'.repeat(30)}',`),
      '  ),',
      `  'name',`,
      ')',
    ].join('\n'),
  )
})
