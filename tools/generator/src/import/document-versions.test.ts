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

test('a document without a number is new, and its version can be given', async () => {
  const file = await fileWith(document(`${same}, /new: { get: { operationId: n } }`, { version: 'NEXT' }))
  const { printed } = await new Workbench().bring(file)
  expect(printed).toContain('the document has no number of its version')
  const bench = new Workbench()
  await bench.bring(file, '--as', '2026-11')
  expect(bench.operations).toContain('GET /new: { auth: none, guessed: true, since: 2026-11, id: n }')
  expect(bench.operations).toContain('version: 3.2.1\n')
  await bench.bring(file, '--as=3.3')
  expect(bench.operations).toContain('version: 3.3.0\n')
})
