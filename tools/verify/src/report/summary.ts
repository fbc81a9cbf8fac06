import { conformance } from './conformance.js'
import type { Suite } from './suites.js'

/** How a run ended, as `npm test` tells it. */
export interface Summary {
  /** What to print; the sum comes last, and what failed right before it. */
  readonly lines: readonly string[]
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/**
 * What a run comes to.
 *
 * @param aStepFailed - whether a build, a lint or another step failed: the sum must never look clean then
 */
export function summaryOf(suites: readonly Suite[], aStepFailed: boolean): Summary {
  const count = (wanted: string): number =>
    suites.reduce((sum, { tests }) => sum + tests.filter(({ status }) => status === wanted).length, 0)
  const passed = count('passed')
  const failedTests = count('failed')
  const skipped = suites.reduce((sum, { tests }) => sum + tests.length, 0) - passed - failedTests
  const brokenFiles = suites.flatMap(({ broken }) => broken)
  const failed = Math.max(failedTests + brokenFiles.length, aStepFailed ? 1 : 0)
  const { proven, unproven } = conformance(suites)
  const lines = [
    ...suites.flatMap((suite) => listed('skipped', suite, ['pending', 'skipped', 'todo', 'disabled'])),
    ...(skipped > 0
      ? ['The suites above need a browser: apt-get install chromium, or CHROMIUM=/path/to/it.']
      : []),
    `conformance: ${proven.length} rows have a passing test, ${unproven.length} have none`,
    ...suites.flatMap((suite) => listed('failed', suite, ['failed'])),
    ...(failed > failedTests + brokenFiles.length ? ['failed: a step before the tests, told above'] : []),
    `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ]
  return { lines, passed, failed, skipped }
}

/** The names of a suite's tests that ended in one of these ways, and of the files that could not even begin. */
function listed(
  word: string,
  { project, tests, broken }: Suite,
  statuses: readonly string[],
): readonly string[] {
  const names = tests
    .filter(({ status }) => statuses.includes(status))
    .map(({ file, name }) => `${file}: ${name}`)
  const files = word === 'failed' ? broken.map((file) => `${file}: before its tests could run`) : []
  const all = [...names, ...files]
  return all.length === 0 ? [] : [`${word} in ${project}:`, ...all.map((name) => `  ${name}`)]
}
