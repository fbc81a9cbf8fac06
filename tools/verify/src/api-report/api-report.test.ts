// The public API of each package, as committed: a report for each entry.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packages, root } from '../repository.js'
import { type Entry, entriesOf, reporter, reportFile } from './api-report.js'

const folder = mkdtempSync(join(tmpdir(), 'api-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(packages)('the API of %s', (name) => {
  const project = `${root}packages/${name}`
  const entries = entriesOf(project)
  let reportOf: (entry: Entry) => string
  beforeAll(() => {
    reportOf = reporter(project, entries, folder)
  })

  // The name is what `npm test` shows of a difference.
  test.each(entries)(
    'at $name is as committed (to write it anew: npm run verify -- src/api-report -u)',
    async (entry) => {
      await expect(reportOf(entry)).toMatchFileSnapshot(`${project}/api/${reportFile(entry)}`)
    },
  )

  test('has no report of an entry that there is not', () => {
    const files = entries.map(reportFile)
    expect(readdirSync(`${project}/api`).filter((file) => !files.includes(file))).toEqual([])
  })
})
