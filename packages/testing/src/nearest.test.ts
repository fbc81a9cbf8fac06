import { expect, test } from 'vitest'
import { nearest } from './nearest.js'

test.each([
  ['strikt', 'strict'],
  ['Linode', 'linode'],
  ['linodes', 'linode'],
  ['lenient', undefined],
  ['xyz', undefined],
  ['', undefined],
  ['s'.repeat(100), undefined],
])('the nearest to %j is %j', (word, expected) => {
  expect(nearest(word, ['strict', 'linode'])).toBe(expected)
})
