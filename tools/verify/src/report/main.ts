// The end of `npm test`: what was skipped, how the conformance list stands, what failed, and the sum of all
// suites. Fails when a step or a test failed, when no test ran, when the tests and the conformance list don't
// agree, and in CI when a test was skipped.
import { parseArgs } from 'node:util'
import { inCi } from '../ci.js'
import { readRows } from './conformance.js'
import { readRun } from './suites.js'
import { summaryOf } from './summary.js'

const { values } = parseArgs({ options: { 'a-step-failed': { type: 'boolean', default: false } } })
const aStepFailed = values['a-step-failed']

const { lines, sound } = summaryOf(readRun(), { rows: readRows(), aStepFailed, inCi })
console.log(lines.join('\n'))
if (!sound) process.exitCode = 1
