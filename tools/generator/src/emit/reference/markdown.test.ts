import { expect, test } from 'vitest'
import { bullets, fenced, heading, mono, page, table, toHeading } from './markdown.js'

test('a row of a table is a line that no other row changes, and its bars are its own', () => {
  expect(
    table(
      ['name', 'is'],
      [
        ['a', 'one | two'],
        ['longer name', 'x\ny'],
      ],
    ),
  ).toBe(['| name | is |', '| --- | --- |', '| a | one \\| two |', '| longer name | x y |'].join('\n'))
})

test('a column with nothing in it is left out', () => {
  expect(table(['a', 'b', 'c'], [['1', '', '2']])).toBe('| a | c |\n| --- | --- |\n| 1 | 2 |')
})

test('a page parts its parts and ends in a line feed', () => {
  expect(page('# A', undefined, mono('b'))).toBe('# A\n\n`b`\n')
})

test('links lead to headings by the anchors that GitHub gives them', () => {
  expect(toHeading('Token endpoint, code')).toBe('[Token endpoint, code](#token-endpoint-code)')
  expect(toHeading('/boxes', 'all')).toBe('[all](#boxes)')
})

test('what stands between backquotes may hold some', () => {
  expect(mono('a`b')).toBe('``a`b``')
  expect(mono('`a`')).toBe('`` `a` ``')
  expect(fenced('json', 'a\n```')).toBe('````json\na\n```\n````')
})

test('a heading holds words, and a link to it the same', () => {
  expect(heading(2, 'All *of* it')).toBe('## All \\*of\\* it')
  expect(toHeading('All *of* it')).toBe('[All \\*of\\* it](#all-of-it)')
})

test('lists and code have their own lines', () => {
  expect(bullets(['a', 'b'])).toBe('- a\n- b')
  expect(fenced('http', 'GET /')).toBe('```http\nGET /\n```')
})
