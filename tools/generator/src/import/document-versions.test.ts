import { expect, test } from 'vitest'
import { acme } from '../spec/acme.fixture.js'
import { document, same } from './acme-document.fixture.js'
import { fileWith } from './file-with.fixture.js'
import { Workbench } from './workbench.fixture.js'

test('of a document that is older than the spec nothing is taken but an earlier "since"', async () => {
  const bench = new Workbench()
  const other = same
    .replaceAll('box:read', 'box:write')
    .replace('/me:', '/you:')
    .replace('list-boxes', 'boxes')
  const { printed } = await bench.bring(await fileWith(document(other, { version: '0.9.0' })))
  expect(bench.operations).toBe(
    acme.operations.replace(
      "GET /boxes: { declared: 'box:read', since: 1.0.0, id: list-boxes }",
      "GET /boxes: { declared: 'box:read', since: 0.9.0, id: list-boxes }",
    ),
  )
  expect(bench.scopes).toBe(acme.scopes)
  expect(printed).toContain('It is older than the spec (3.2.1), so nothing but "since" is taken from it.')
})

test.each([
  ['that is no number', 'version: DEVELOPMENT', /:3:31: "DEVELOPMENT" is no number of a version, and /],
  ['that is a month', 'version: 2018-05', /:3:31: "2018-05" is no number of a version, and /],
  ['that is not there', 'x-version: 4.0.0', /:3:\d+: the document says no version, and /],
])('a document of a version %s is not imported until somebody says which it is', async (_, says, wrong) => {
  const text = document(`${same}, /new: { get: { operationId: n } }`).replace('version: 4.0.0', says)
  const file = await fileWith(text)
  const bench = new Workbench()
  const { code, printed } = await bench.bring(file)
  expect(code).toBe(1)
  expect(printed).toMatch(wrong)
  expect(printed).toContain('→ say which it is with --as <version or month>, such as --as 4.240.0')
  expect(bench.disk.touched).toEqual([])

  await bench.bring(file, '--as', '0.9.0')
  expect(bench.operations).not.toContain('/new')
  await bench.bring(file, '--as', '2026-11')
  expect(bench.operations).toContain('GET /new: { auth: none, guessed: true, since: 2026-11, id: n }')
  expect(bench.operations).toContain('version: 3.2.1\n')
  await bench.bring(file, '--as=3.3')
  expect(bench.operations).toContain('version: 3.3.0\n')
})
