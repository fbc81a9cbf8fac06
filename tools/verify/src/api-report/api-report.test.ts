// The public API of each package, as committed. `npm run verify -- src/api-report -u` writes it anew; read the difference.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { packages, root } from '../repository.js'
import { apiReport } from './api-report.js'

const folder = mkdtempSync(join(tmpdir(), 'api-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

for (const name of packages) {
  const { exports } = JSON.parse(readFileSync(`${root}packages/${name}/package.json`, 'utf8'))
  const entries = Object.keys(exports).filter((entry) => !/\*|\.json$/.test(entry))
  test.each(entries)(`the API of ${name} at %s is as committed`, async (entry) => {
    const { title, report } = apiReport(`${root}packages/${name}`, exports[entry].types, entry, folder)
    await expect(report).toMatchFileSnapshot(`${root}packages/${name}/api/${title}.api.md`)
  })
}
