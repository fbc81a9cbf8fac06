import { expect, test } from 'vitest'
import { anchorOf } from './headings.js'

test.each([
  ['Object Storage', 'object-storage'],
  ['Kubernetes (LKE), and more', 'kubernetes-lke-and-more'],
  ['ÄÖ_1', 'äö_1'],
  ['m² of हिन्दी', 'm-of-हिन्दी'],
])('the anchor of %s', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor)
})
