// The public API of each package, as committed: a report for each entry.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packages, root } from '../repository.js'
import { entriesOf, reporter, reportFile } from './api-report.js'

const folder = mkdtempSync(join(tmpdir(), 'api-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

const promised = packages.map((name) => {
  const project = `${root}packages/${name}`
  return { name, project, entries: entriesOf(project) }
})
let reportOf: ReturnType<typeof reporter>
beforeAll(() => {
  reportOf = reporter(promised, folder)
})

describe.each(promised)('the API of $name', ({ project, entries }) => {
  // The name is what `npm test` shows of a difference.
  test.each(entries)(
    'at $name is as committed (to write it anew: npm run verify -- src/api-report -u)',
    async (entry) => {
      await expect(reportOf(project, entry)).toMatchFileSnapshot(`${project}/api/${reportFile(entry)}`)
    },
  )

  test('has no report of an entry that there is not', () => {
    const files = entries.map(reportFile)
    expect(readdirSync(`${project}/api`).filter((file) => !files.includes(file))).toEqual([])
  })
})

test('a family that was taken back is not reported, though its build was left behind', () => {
  const project = join(folder, 'project')
  const exports = { './scopes/*': { types: './dist/families/*.d.ts' }, './package.json': './package.json' }
  for (const place of ['src/families', 'dist/families']) mkdirSync(join(project, place), { recursive: true })
  writeFileSync(join(project, 'package.json'), JSON.stringify({ exports }))
  writeFileSync(join(project, 'src/families/boxes.ts'), '')
  for (const name of ['boxes', 'rockets']) writeFileSync(join(project, `dist/families/${name}.d.ts`), '')

  const declarations = join(project, 'dist/families/boxes.d.ts')
  expect(entriesOf(project)).toEqual([
    { name: './scopes/*', imports: [{ path: './scopes/boxes', declarations }] },
  ])
})

test('an option that may be left out may be undefined too', () => {
  const promises = promised.flatMap(({ project, entries }) =>
    entries.flatMap((entry) => readFileSync(`${project}/api/${reportFile(entry)}`, 'utf8').split('\n')),
  )
  const options = promises.filter((line) => /^\s*(?:readonly )?\w+\?: .*;$/.test(line))
  expect(options.length).toBeGreaterThan(20)
  expect(options.filter((line) => !/\bundefined\b|\?: unknown;/.test(line))).toEqual([])
})
