import { expect, test } from 'vitest'
import { chooseFrom, nearest } from './nearest.js'

const levels = ['read_only', 'read_write', '*']

test.each([
  ['read_onyl', 'read_only'],
  ['readonly', 'read_only'],
  ['READ_WRITE', 'read_write'],
  ['raed_write', 'read_write'],
  ['write', undefined],
  ['', undefined],
  ['x', undefined],
  ['**', '*'],
])('the nearest to %j is %j', (word, expected) => {
  expect(nearest(word, levels)).toBe(expected)
})

test('of words that are as near, the first is meant', () => {
  expect(nearest('bat', ['cat', 'hat'])).toBe('cat')
})

test('a word that is near to one gets that one, beside the choice', () => {
  expect(chooseFrom('raed_only', levels)).toEqual({
    expected: 'one of read_only, read_write, *',
    suggestion: 'read_only',
    fix: 'did you mean "read_only"?',
  })
})

test('where no word is known, none can be written', () => {
  expect(chooseFrom('x', [])).toEqual({ expected: 'a name that is declared', fix: 'declare it first' })
})

test('a word with nothing near gets a choice, cut where it is long', () => {
  expect(chooseFrom('x', ['alpha'])).toEqual({ expected: 'alpha', fix: 'write this' })
  expect(chooseFrom('x', ['alpha', 'beta'])).toEqual({
    expected: 'one of alpha, beta',
    fix: 'write one of these',
  })
  const many = Array.from({ length: 20 }, (_, index) => `word${index}`)
  expect(chooseFrom('x', many).expected).toBe(
    'one of word0, word1, word2, word3, word4, word5, word6, word7, word8, …',
  )
})

test('a word that goes on from a known one is taken for it', () => {
  expect(chooseFrom('pat_only', ['any_token', 'none', 'pat'])).toMatchObject({ suggestion: 'pat' })
})
