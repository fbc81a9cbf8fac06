// The last lines of `npm test`: what failed is named right before the sum.
import { expect, test } from 'vitest'
import type { Rows } from './conformance.js'
import type { Run, Suite } from './suites.js'
import { summaryOf } from './summary.js'

const file = 'src/a.test.ts'
const core: Suite = {
  project: 'packages/core',
  tests: [
    { file, name: 'C1 one', status: 'passed' },
    { file, name: 'two', status: 'failed' },
    { file, name: 'three (needs Chromium: apt-get install chromium-headless-shell)', status: 'pending' },
  ],
  broken: ['src/b.test.ts'],
}
const clean: Suite = {
  project: 'packages/node',
  tests: [{ file, name: 'four', status: 'passed' }],
  broken: [],
}
const skipping: Suite = {
  project: 'tools/verify',
  tests: [{ file, name: 'five (needs a browser)', status: 'skipped' }],
  broken: [],
}
const open: Rows = { promised: {}, open: { C2: 'two' } }
const usual = { rows: open, aStepFailed: false, inCi: false }

function whole(...suites: readonly Suite[]): Run {
  return { suites, unreported: [] }
}

test('a failed run ends with the names of what failed, and the sum', () => {
  const rows = { ...open, promised: { C1: 'one', K6: 'six' } }
  const { lines, sound } = summaryOf(whole(core, clean), { rows, aStepFailed: true, inCi: false })
  expect(sound).toBe(false)
  expect(lines).toEqual([
    'skipped in packages/core:',
    '  src/a.test.ts: three (needs Chromium: apt-get install chromium-headless-shell)',
    'conformance: 2 of 3 rows are promised, 1 of them have a passing test',
    'failed in packages/core:',
    '  src/a.test.ts: two',
    '  src/b.test.ts: before its tests could run',
    'failed, of the conformance list:',
    '  K6 (six) is promised in tools/verify/conformance.json, and no test names it',
    '2 passed, 3 failed, 1 skipped',
  ])
})

test('a sound run has two lines', () => {
  expect(summaryOf(whole(clean), usual)).toEqual({
    sound: true,
    lines: ['conformance: 0 of 1 rows are promised, 0 of them have a passing test', '1 passed, 0 failed'],
  })
})

test('a skipped test passes elsewhere, and counts as failed in CI', () => {
  const run = whole(clean, skipping)
  const elsewhere = summaryOf(run, usual)
  expect(elsewhere.sound).toBe(true)
  expect(elsewhere.lines.at(-1)).toBe('1 passed, 0 failed, 1 skipped')
  const { sound, lines } = summaryOf(run, { ...usual, inCi: true })
  expect(sound).toBe(false)
  expect(lines[0]).toBe('skipped in tools/verify, which counts as failed in CI:')
  expect(lines.at(-1)).toBe('1 passed, 1 failed')
})

test.each([
  ['a step that failed before the tests', whole(clean), true, 'failed: a step before the tests, told above'],
  ['a run without a test', whole(), false, 'failed: no test ran'],
  ['a run of skipped tests alone', whole(skipping), false, 'failed: no test ran'],
])('%s is told, and the sum does not look clean', (_what, run, aStepFailed, line) => {
  const { lines, sound } = summaryOf(run, { ...usual, aStepFailed })
  expect(sound).toBe(false)
  expect(lines.at(-2)).toBe(line)
  expect(lines.at(-1)).toMatch(/^\d passed, 1 failed/)
})
