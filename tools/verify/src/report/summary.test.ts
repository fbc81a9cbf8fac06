// The last lines of `npm test`: what failed is named right before the sum.
import { expect, test } from 'vitest'
import type { Suite } from './suites.js'
import { summaryOf } from './summary.js'

const file = 'src/a.test.ts'
const core: Suite = {
  project: 'packages/core',
  tests: [
    { file, name: 'C1 one', status: 'passed' },
    { file, name: 'two', status: 'failed' },
    { file, name: 'three', status: 'pending' },
  ],
  broken: ['src/b.test.ts'],
}
const clean: Suite = {
  project: 'packages/node',
  tests: [{ file, name: 'four', status: 'passed' }],
  broken: [],
}

test('a failed run ends with the names of what failed, and the sum', () => {
  const { lines, ...sums } = summaryOf([core, clean], true)
  expect(sums).toEqual({ passed: 2, failed: 2, skipped: 1 })
  expect(lines.slice(-4)).toEqual([
    'failed in packages/core:',
    '  src/a.test.ts: two',
    '  src/b.test.ts: before its tests could run',
    '2 passed, 2 failed, 1 skipped',
  ])
  expect(lines.slice(0, 2)).toEqual(['skipped in packages/core:', '  src/a.test.ts: three'])
})

test('the rows of the conformance list take one short line', () => {
  expect(summaryOf([clean], false).lines).toEqual([
    expect.stringMatching(/^conformance: 0 rows have a passing test, \d+ have none$/),
    '1 passed, 0 failed',
  ])
})

test('a step that failed before the tests is told, and the sum does not look clean', () => {
  expect(summaryOf([clean], true).lines.slice(-2)).toEqual([
    'failed: a step before the tests, told above',
    '1 passed, 1 failed',
  ])
})
