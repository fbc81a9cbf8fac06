import { expect, test } from 'vitest'
import { docComment, wrap } from './docs.js'

test('a short text is a comment on one line', () => {
  expect(docComment('What it is.', '  ')).toBe('  /** What it is. */')
})

test('paragraphs are parted by an empty line', () => {
  expect(docComment('One.\n\nTwo.', '')).toBe('/**\n * One.\n *\n * Two.\n */')
})

test.each([100, 101, 102, 103, 104, 105, 106, 107, 108, 120])(
  'no line of %i characters is too long',
  (length) => {
    for (const indent of ['', '  ', '    ']) {
      const text = 'word '.repeat(length).slice(0, length - 1)
      const lines = docComment(`${text}.`, indent).split('\n')
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110)
    }
  },
)

test('a text can not end its comment', () => {
  expect(docComment('All of boxes:*/x.', '')).toBe('/** All of boxes:*\\/x. */')
})

test('a link is not broken, and its tag stays with it', () => {
  const link = '@see {@link https://acme.example/a-long-way/to/go.md | Where it is told}'
  expect(wrap(link, 40)).toEqual([link])
  expect(wrap(`What it is: ${link}`, 80)).toEqual(['What it is:', link])
})

test('what stands right behind a link stays there', () => {
  expect(wrap('Reads {@link TokenResponse}. It is one.', 80)).toEqual([
    'Reads {@link TokenResponse}. It is one.',
  ])
})

test('a word that is too long for a line stands alone', () => {
  expect(wrap(`a ${'b'.repeat(20)} c`, 10)).toEqual(['a', 'b'.repeat(20), 'c'])
})
