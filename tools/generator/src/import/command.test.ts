import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { otherHouse, vectorSchema } from '../house/other-house.fixture.js'
import { acme } from '../spec/acme.fixture.js'
import { document, newer, same } from './acme-document.fixture.js'
import { fileWith } from './file-with.fixture.js'
import { serve } from './serve.fixture.js'
import { acmeWith, fixture, Workbench } from './workbench.fixture.js'

test('a dry run writes nothing and says what it would', async () => {
  const bench = new Workbench()
  const { code, printed } = await bench.bring(fixture('per-operation.yaml'), '--dry-run')
  expect([code, bench.disk.touched]).toEqual([0, []])
  expect(printed).toContain('Nothing was written; it would be api/operations.yaml.')
})

test('a spec that is at fault, or would be, is told and stays as it is', async () => {
  const faulty = new Workbench(
    acmeWith({ operations: acme.operations.replace("recorded: 'box:write'", 'recorded: x') }),
  )
  const { code, printed } = await faulty.bring(fixture('per-operation.yaml'))
  expect(code).toBe(1)
  expect(printed).toContain('api/operations.yaml:5:50: there is no scope "x"')

  // A family whose name in code is taken.
  const bench = new Workbench()
  const listed = 'box:read, box:write, gift_card:write, o_auth_scope:read, o_auth_scope:write'
  const would = await bench.bring(await fileWith(document(same, { listed })))
  expect(would.code).toBe(1)
  expect(would.printed).toContain('api/scopes.yaml')
  expect(would.printed).toContain('nothing was written\n')
  expect(bench.disk.touched).toEqual([])
})

test('examples that would name what is gone keep the spec as it is, and a dry run tells the same', async () => {
  const vectors = { folder: 'api/vectors', schema: 'api/schema/vectors.json' }
  const bench = new Workbench(acme, { ...otherHouse, vectors })
  bench.disk.files.set(vectors.schema, vectorSchema)
  const example = '{ name: mine, operations: [GET /me], scopes: [] }'
  bench.disk.files.set('api/vectors/operations.yaml', `operations:\n  - ${example}\n`)
  const without = await fileWith(document(same.replace('/me:', '/you:')))
  const dry = await bench.bring(without, '--remove', '--dry-run')
  expect(dry).toEqual(await bench.bring(without, '--remove'))
  expect(dry.code).toBe(1)
  expect(dry.printed).toContain(
    'api/vectors/operations.yaml:2:32: this import would remove "GET /me", which an example is about\n',
  )
  expect(dry.printed).toContain('→ change or remove the example, or import without --remove\n')
  expect(dry.printed).toContain('nothing was written\n')
  expect(bench.disk.touched).toEqual([])
  expect((await bench.bring(without)).code).toBe(0)
})

test('a document of another API is refused, and one for a spec without operations is not', async () => {
  const file = await fileWith(document('/oauth/token: { post: { operationId: token, security: [] } }'))
  const bench = new Workbench()
  const { code, printed } = await bench.bring(file)
  expect(code).toBe(1)
  expect(printed).toContain("it holds none of the spec's operations (8), so it is of another API\n")
  expect(bench.disk.touched).toEqual([])
  const empty = new Workbench(acmeWith({ operations: 'operations: {}\n' }))
  expect(await empty.bring(file)).toMatchObject({ code: 0 })
})

test.each([
  ['called almost like one beside it', '4.240.yaml', 'did you mean {}/4.240.0.yaml?'],
  ['like none', 'document.json', 'check the name'],
  ['in no folder', 'none/4.240.0.yaml', 'check the name'],
  ['that is a folder', '.', 'give a file that can be read'],
])('what to give is told in place of a file %s', async (_, name, fix) => {
  const folder = dirname(await fileWith(newer, '4.240.0.yaml'))
  const { code, printed } = await new Workbench().bring(join(folder, name))
  expect(code).toBe(1)
  expect(printed).toContain(`\n  → ${fix.replace('{}', folder)}\n`)
})

test('anchors that make an edit of one entry an edit of two are a fault', async () => {
  const operations = acme.operations
    .replace("GET /boxes: { declared: 'box:read'", "GET /boxes: { declared: &read 'box:read'")
    .replace("GET /quiet: { declared: 'box:read'", 'GET /quiet: { declared: *read')
  const bench = new Workbench(acmeWith({ operations }))
  const edited = same.replace(
    "list-boxes, security: [{ oauth: ['box:read'] }]",
    "list-boxes, security: [{ oauth: ['box:write'] }]",
  )
  const { code } = await bench.bring(await fileWith(document(edited)))
  expect(code).toBe(1)
  expect(bench.disk.touched).toEqual([])
})

test('an import that is stopped between its two files is finished by the next run', async () => {
  const file = await fileWith(newer)
  const whole = new Workbench()
  await whole.bring(file)

  const bench = new Workbench()
  bench.disk.stopAt = otherHouse.spec.operations
  await expect(bench.bring(file)).rejects.toThrow('stopped')
  expect([bench.scopes, bench.operations]).toEqual([whole.scopes, acme.operations])

  bench.disk.stopAt = undefined
  await bench.bring(file, '--dry-run')
  expect([bench.scopes, bench.operations]).toEqual([whole.scopes, whole.operations])
})

test.each([
  ['a file that it edits', otherHouse.spec.operations, `${acme.operations}# A remark.\n`],
  ['another one', otherHouse.spec.scopes, `${acme.scopes}# A remark.\n`],
])('a spec that is saved while the document is fetched is not written over: %s', async (_, path, saved) => {
  const bench = new Workbench()
  const url = await serve((_request, response) => {
    bench.disk.files.set(path, saved)
    response.end(document(`${same}, /crates: { get: { operationId: all-crates, security: [] } }`))
  })
  const { code, printed } = await bench.bring(url.href)
  expect([code, printed]).toEqual([1, expect.stringContaining('they were saved since this one looked')])
  expect(bench.disk.files.get(path)).toBe(saved)
  expect((await bench.bring(url.href)).code).toBe(0)
  expect(bench.operations).toContain('id: all-crates')
})

test('parts above the document are read where a person says so, and no further', async () => {
  const main = await fileWith(
    document("/boxes: { $ref: '../shared/boxes.yaml' }, /a: { $ref: '../../secret.yaml' }"),
    'v1/openapi.yaml',
  )
  const root = dirname(dirname(main))
  await mkdir(join(root, 'shared'))
  await writeFile(
    join(root, 'shared/boxes.yaml'),
    "get: { security: [{ oauth: ['box:read'] }] }\nput: { operationId: put-boxes, security: [] }\n",
  )
  const closed = await new Workbench().bring(main)
  expect(closed.printed.match(/leads out of the document's folder/g)).toHaveLength(2)
  expect(closed.printed).toContain('--root <folder>')
  const open = await new Workbench().bring(main, '--root', root)
  expect(open.code).toBe(1)
  expect(open.printed.match(/"[^"]*" leads out of the root/g)).toEqual([
    '"../../secret.yaml" leads out of the root',
  ])

  await writeFile(main, document("/boxes: { $ref: '../shared/boxes.yaml' }"))
  const bench = new Workbench()
  expect(await bench.bring(main, '--root', root)).toMatchObject({ code: 0 })
  expect(bench.operations).toContain('id: put-boxes')
})
