import { conformance, faultsOf, type Rows } from './conformance.js'
import type { Run, Suite } from './suites.js'

/** How a run ended, as `npm test` tells it. */
export interface Summary {
  /** What to print; the sum comes last, and what failed right before it. */
  readonly lines: readonly string[]
  /** Whether all is as it should be. */
  readonly sound: boolean
}

/** What the reports of the suites don't say. */
export interface Circumstances {
  /** The list of conformance. */
  readonly rows: Rows
  /** Whether a build, a lint or another step failed: the sum must never look clean then. */
  readonly aStepFailed: boolean
  /** Whether a skipped test counts as failed. */
  readonly inCi: boolean
}

/** What a run comes to. */
export function summaryOf(run: Run, { rows, aStepFailed, inCi }: Circumstances): Summary {
  const { suites } = run
  const tests = suites.flatMap((suite) => suite.tests)
  const passed = tests.filter(({ status }) => status === 'passed').length
  const failedTests = tests.filter(({ status }) => status === 'failed').length
  const skipped = tests.length - passed - failedTests
  const faults = faultsOf(rows, run)
  const told =
    failedTests + suites.flatMap(({ broken }) => broken).length + faults.length + (inCi ? skipped : 0)
  const untold = told > 0 ? [] : whyNotSound(aStepFailed, passed)
  const failed = told + untold.length
  const lines = [
    ...suites.flatMap((suite) => skippedIn(suite, inCi)),
    conformance(rows, run),
    ...suites.flatMap(failedIn),
    ...block('failed, of the conformance list:', faults),
    ...untold,
    `${passed} passed, ${failed} failed${skipped > 0 && !inCi ? `, ${skipped} skipped` : ''}`,
  ]
  return { lines, sound: failed === 0 }
}

/** What keeps a run in which no test failed from being sound. */
function whyNotSound(aStepFailed: boolean, passed: number): readonly string[] {
  if (aStepFailed) return ['failed: a step before the tests, told above']
  return passed === 0 ? ['failed: no test ran'] : []
}

/** The names of skipped tests say what they need. */
function skippedIn({ project, tests }: Suite, inCi: boolean): readonly string[] {
  return block(
    `skipped in ${project}${inCi ? ', which counts as failed in CI' : ''}:`,
    tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ file, name }) => `${file}: ${name}`),
  )
}

/** The tests that failed, and the files that could not even begin. */
function failedIn({ project, tests, broken }: Suite): readonly string[] {
  return block(`failed in ${project}:`, [
    ...tests.filter(({ status }) => status === 'failed').map(({ file, name }) => `${file}: ${name}`),
    ...broken.map((file) => `${file}: before its tests could run`),
  ])
}

/** A heading with its lines; nothing without any. */
function block(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)]
}
