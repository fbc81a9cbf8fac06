// What `npm test` ends with, as a process, in a house of reports alone: its last line and its exit code.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { root } from '../repository.js'

const house = mkdtempSync(join(tmpdir(), 'reports-'))
const verify = 'tools/verify'

beforeAll(() => {
  for (const part of ['dist/report', 'dist/ci.js', 'dist/repository.js', 'package.json'])
    cpSync(join(root, verify, part), join(house, verify, part), { recursive: true })
  write(`${verify}/conformance.json`, JSON.stringify({ promised: { K6: 'another browser' }, open: {} }))
  for (const room of ['core', 'browser']) write(`packages/${room}/src/a.test.ts`, '')
})
afterAll(() => rmSync(house, { recursive: true }))
beforeEach(() => {
  for (const room of ['core', 'browser'])
    rmSync(join(house, `packages/${room}/.report`), { recursive: true, force: true })
})

const sound = { core: { one: 'passed' }, browser: { 'K6 two': 'passed' } }
const skipping = { core: { one: 'passed' }, browser: { 'K6 two': 'skipped' } }

test.each<[what: string, reports: object, words: string[], ci: string, last: string, status: number]>([
  ['all is well', sound, [], '', '2 passed, 0 failed', 0],
  ['all is well in CI', sound, [], 'true', '2 passed, 0 failed', 0],
  ['a test failed', { ...sound, core: { one: 'failed' } }, [], '', '1 passed, 1 failed', 1],
  ['a file could not begin', { ...sound, core: {} }, [], '', '1 passed, 1 failed', 1],
  ['a test was skipped', skipping, [], '', '1 passed, 0 failed, 1 skipped', 0],
  ['a test was skipped in CI', skipping, [], 'true', '1 passed, 1 failed', 1],
  ['a step failed', sound, ['--a-step-failed'], '', '2 passed, 1 failed', 1],
  ['a step failed before any test', {}, ['--a-step-failed'], 'true', '0 passed, 1 failed', 1],
  ['no test ran', {}, [], '', '0 passed, 1 failed', 1],
  ['a promise lost its test', { ...sound, browser: { two: 'passed' } }, [], '', '2 passed, 1 failed', 1],
  ['one project was asked for', { core: { one: 'passed' } }, [], '', '1 passed, 0 failed', 0],
])('%s', (_what, reports, words, ci, last, status) => {
  for (const [room, tests] of Object.entries(reports)) report(room, tests)
  const main = join(house, verify, 'dist/report/main.js')
  const done = spawnSync(process.execPath, [main, ...words], {
    encoding: 'utf8',
    env: { ...process.env, CI: ci },
  })
  expect({ last: done.stdout.trimEnd().split('\n').at(-1), status: done.status, words: done.stderr }).toEqual(
    {
      last,
      status,
      words: '',
    },
  )
})

/** A report as vitest writes it; without a test it is that of a file that could not begin. */
function report(room: string, tests: Readonly<Record<string, string>>): void {
  const assertionResults = Object.entries(tests).map(([fullName, status]) => ({ fullName, status }))
  const failed = assertionResults.length === 0 || assertionResults.some(({ status }) => status === 'failed')
  const name = join(house, `packages/${room}/src/a.test.ts`)
  const testResults = [{ name, status: failed ? 'failed' : 'passed', assertionResults }]
  write(`packages/${room}/.report/vitest.json`, JSON.stringify({ testResults }))
}

function write(file: string, text: string): void {
  mkdirSync(join(house, file, '..'), { recursive: true })
  writeFileSync(join(house, file), text)
}
