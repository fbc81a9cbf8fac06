import { expect, test } from 'vitest'
import { mono, page, table } from './markdown.js'

test('a table is aligned, and its bars are its own', () => {
  expect(
    table(
      ['name', 'is'],
      [
        ['a', 'one | two'],
        ['longer name', 'x\ny'],
      ],
    ),
  ).toBe(
    [
      '| name        | is         |',
      '| ----------- | ---------- |',
      '| a           | one \\| two |',
      '| longer name | x y        |',
    ].join('\n'),
  )
})

test('a column with nothing in it is left out', () => {
  expect(table(['a', 'b', 'c'], [['1', '', '2']])).toBe('| a   | c   |\n| --- | --- |\n| 1   | 2   |')
})

test('a page parts its parts and ends in a line feed', () => {
  expect(page('# A', undefined, mono('b'))).toBe('# A\n\n`b`\n')
})
