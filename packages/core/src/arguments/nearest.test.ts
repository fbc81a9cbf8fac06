// Which words a misspelt one is told to have been meant for.
import { expect, test } from 'vitest'
import { nearestWords } from './nearest.js'

test.each([
  ['strikt', ['strict']],
  ['STRICT', ['strict']],
  ['linodes', ['linode']],
  ['stauts', ['status']],
  ['status strict', ['strict', 'status']],
  ['lenient', []],
  ['xyz', []],
  ['', []],
  ['s'.repeat(100_000), []],
])('case %#: which word was meant', (word, expected) => {
  expect(nearestWords(word, ['status', 'strict', 'linode'])).toEqual(expected)
})
