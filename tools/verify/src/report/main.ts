// The end of `npm test`: what was skipped, how many rows of the conformance list have a passing test, what failed, and
// the sum of all suites. Fails when a step or a test failed, when no test ran, and in CI when one was skipped.
// With --unproven it only names the rows that no passing test names.
import { parseArgs } from 'node:util'
import { conformance } from './conformance.js'
import { readSuites } from './suites.js'
import { summaryOf } from './summary.js'

const { values } = parseArgs({
  options: {
    'a-step-failed': { type: 'boolean', default: false },
    unproven: { type: 'boolean', default: false },
  },
})
const suites = readSuites()

if (values.unproven) {
  console.log(conformance(suites).unproven.join(' '))
} else {
  const { lines, passed, failed, skipped } = summaryOf(suites, values['a-step-failed'])
  console.log(lines.join('\n'))
  if (failed > 0 || passed === 0 || (skipped > 0 && process.env['CI'])) process.exitCode = 1
}
