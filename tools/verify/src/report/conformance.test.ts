// The conformance list and the tests agree: no promise without its test, no test without its row.
import { expect, test } from 'vitest'
import { conformance, faultsOf, readRows } from './conformance.js'
import type { Run } from './suites.js'

const rows = {
  promised: { C1: 'no query lost', K6: 'state of another browser' },
  open: { C31: 'loopback by IP literal' },
}

function running(names: Readonly<Record<string, string>>, unreported: readonly string[] = []): Run {
  const tests = Object.entries(names).map(([name, status]) => ({ file: 'src/a.test.ts', name, status }))
  return { suites: [{ project: 'packages/core', tests, broken: [] }], unreported }
}

test('no fault where each promised row has a test, that was skipped or failed too', () => {
  const run = running({ 'C1 a query': 'failed', 'another browser (K6)': 'skipped' })
  expect(faultsOf(rows, run)).toEqual([])
  expect(conformance(rows, run)).toBe('conformance: 2 of 3 rows are promised, 0 of them have a passing test')
})

test('a promised row that lost its last test', () => {
  expect(faultsOf(rows, running({ 'C1 a query': 'passed' }))).toEqual([
    'K6 (state of another browser) is promised in tools/verify/conformance.json, and no test names it',
  ])
})

test('where a suite has no report, no row is missed', () => {
  const run = running({ 'C1 a query': 'passed' }, ['packages/browser'])
  expect(faultsOf(rows, run)).toEqual([])
  expect(conformance(rows, run)).toBe('conformance: not judged, since these have no report: packages/browser')
})

test('an open row that has a test by now, and a row that there is not', () => {
  const run = running({ C1: 'passed', K6: 'passed', C31: 'passed', Z9: 'failed' })
  expect(faultsOf(rows, run)).toEqual([
    'C31 has a passing test: move it to the promised rows of tools/verify/conformance.json',
    'Z9 is named by a test, and tools/verify/conformance.json has no such row',
  ])
})

test('no row of the list is both promised and open', () => {
  const { promised, open } = readRows()
  expect(Object.keys(promised).filter((id) => Object.hasOwn(open, id))).toEqual([])
  expect([...Object.keys(promised), ...Object.keys(open)].filter((id) => !/^[A-Z]\d{1,2}$/.test(id))).toEqual(
    [],
  )
})
