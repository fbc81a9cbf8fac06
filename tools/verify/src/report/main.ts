// The end of `npm test`: what was skipped, which rows of the conformance list have a passing test, and the sum of all
// suites. Fails when a step or a test failed, when no test ran, and in CI when one was skipped.
import { parseArgs } from 'node:util'
import { conformance } from './conformance.js'
import { readSuites } from './suites.js'

const { values } = parseArgs({ options: { 'a-step-failed': { type: 'boolean', default: false } } })
const suites = readSuites()
const tests = suites.flatMap((suite) => suite.tests)
const passed = tests.filter(({ status }) => status === 'passed').length
const failedTests = tests.filter(({ status }) => status === 'failed').length
const brokenFiles = suites.reduce((sum, { broken }) => sum + broken, 0)
const skipped = tests.length - passed - failedTests
// A step that failed before any test could (a build, a lint) counts as one failure: the sum must never look clean.
const failed = Math.max(failedTests + brokenFiles, values['a-step-failed'] ? 1 : 0)

for (const { project, tests } of suites) {
  const names = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ name }) => name)
  if (names.length > 0) console.log(`skipped in ${project}:\n  ${names.join('\n  ')}`)
}
if (skipped > 0)
  console.log('The suites above need a browser: apt-get install chromium, or CHROMIUM=/path/to/it.')
const { proven, unproven } = conformance(suites)
console.log(
  `conformance: ${proven.length} rows have a passing test; ${unproven.length} have none: ${unproven.join(' ')}`,
)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
if (failed > 0 || passed === 0 || (skipped > 0 && process.env['CI'])) process.exitCode = 1
