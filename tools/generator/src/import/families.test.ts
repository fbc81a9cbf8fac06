import { expect, test } from 'vitest'
import { acme } from '../spec/acme.fixture.js'
import { document, same } from './acme-document.fixture.js'
import { fileWith } from './file-with.fixture.js'
import { acmeWith, Workbench, warningsIn } from './workbench.fixture.js'

test('a family that is declared no more is retired once no operation needs it', async () => {
  const without = same.replace(/ {2}\/gifts.*\n/, '')
  const file = await fileWith(document(without, { version: '5.0.0', listed: 'box:read, box:write' }))
  const spec = acmeWith({
    operations: acme.operations.replace('POST /gifts: {', 'POST /gifts: { since: 3.0.0,'),
  })
  const kept = new Workbench(spec)
  const { decisions } = JSON.parse((await kept.bring(file, '--json')).printed)
  expect(decisions.map(({ about }: { about: unknown }) => about)).toEqual([['offline'], ['POST /gifts']])
  expect(decisions.at(-1).todo).toContain('which retires the families that only they need')
  expect(kept.scopes).toBe(acme.scopes)

  const bench = new Workbench(spec)
  expect((await bench.bring(file, '--remove')).printed).toContain('\n  gift_card: declared since 3.0.0,')
  expect(bench.scopes).toBe(
    acme.scopes.replace(
      "includes: { write: ['box:read'] }\n",
      "includes: { write: ['box:read'] }\n    retired: { declared: 3.0.0, removed: 5.0.0 }\n",
    ),
  )
  await bench.bring(await fileWith(document(same, { version: '6.0.0' })))
  expect(bench.scopes).toBe(acme.scopes)
})

test('a level that a family did not have, and a family that one level shows, are new where they are listed', async () => {
  const scopes = acme.scopes.replace(', retired: { declared: 1.0.0, removed: 2.0.0 }', '')
  const bench = new Workbench(acmeWith({ scopes }))
  const listed = 'box:read, gift_card:write, stamp:write, rocket:read, boxs:read, offline'
  const { code, printed } = await bench.bring(await fileWith(document(same, { listed })), '--json')
  expect(code, printed).toBe(0)
  expect(bench.scopes).toContain('levels: [read, write]')
  expect(bench.scopes).toContain('    name: Rocket\n    things: your rocket\n    levels: [read]\n')
  expect(warningsIn(printed)).toEqual([
    ['boxs:read', 'box:read'],
    ['boxx:read', 'box:read'],
  ])
})

test('a scope that is listed, and like none, is asked about at its place, and what it may have been called before', async () => {
  const bench = new Workbench()
  const listed = 'box:read, box:wri, rocket:read, rocket:write, rocket:launch, offline'
  const file = await fileWith(document(same.replace(/ {2}\/gifts.*\n/, ''), { listed }))
  const { code, printed } = await bench.bring(file, '--json')
  expect(code, printed).toBe(0)
  expect(warningsIn(printed)).toEqual([['boxx:read', 'box:read']])
  expect(JSON.parse(printed).decisions).toContainEqual({
    what: '2 scopes are listed in the document, and like none that is known',
    about: [`box:wri: ${file}:12:117: is it box:write, renamed?`, `rocket:launch: ${file}:12:168`],
    todo: expect.any(String),
    places: [null, null],
  })
})

test('what asks for a scope that is listed, and like none, stays as it is or out, and is named by the one question', async () => {
  const bench = new Workbench()
  const file = await fileWith(
    document(
      `${same.replace("list-boxes, security: [{ oauth: ['box:read']", "list-boxes, security: [{ oauth: ['box:send']")},
  /send: { post: { operationId: send, security: [{ oauth: ['box:send'] }] } }`,
      { version: '3.2.1', listed: 'box:read, box:write, gift_card:write, offline, box:send' },
    ),
  )
  const { printed } = await bench.bring(file, '--json')
  const { files, decisions } = JSON.parse(printed)
  expect(files).toEqual([])
  expect(decisions).toMatchObject([
    { about: [`box:send: ${file}:14:169: asked for by GET /boxes and 1 more`] },
  ])
  expect(decisions).toHaveLength(1)
})

test('what a person corrects of such a scope answers the question', async () => {
  const explained = "declared: 'box:send', corrected: 'box:write', note: It is none."
  const operations = acme.operations.replace("declared: 'boxx:read', corrected: 'box:read'", explained)
  const listed = 'box:read, box:write, gift_card:write, offline, box:send'
  const file = await fileWith(document(same.replace('boxx:read', 'box:send'), { version: '3.2.1', listed }))
  const { printed } = await new Workbench(acmeWith({ operations })).bring(file, '--json')
  const { files, decisions, warnings } = JSON.parse(printed)
  expect({ files, decisions }).toEqual({ files: [], decisions: [] })
  expect(warnings).toMatchObject([{ scope: 'box:send', settled: true }])
})

test('a scope of its own that is declared no more is retired, and not called a family', async () => {
  const operations = acme.operations.replace(
    'GET /open:',
    'GET /away: { declared: offline, since: 3.0.0, id: get-away }\n  GET /open:',
  )
  const bench = new Workbench(acmeWith({ operations }))
  const listed = 'box:read, box:write, gift_card:write'
  const { printed } = await bench.bring(await fileWith(document(same, { listed })), '--remove')
  expect(printed).toContain(
    '\nFamilies and scopes that are declared no more, and retired (1):\n  offline: declared since 3.0.0,',
  )
})

test('where each scope has a scheme, one level of an unknown family is a slip, and two are a family', async () => {
  const scopes = ['box:read', 'box:write', 'raket:read', 'rocket:read', 'rocket:write']
  const schemes = scopes.map((scope, index) => [
    `s${index}`,
    { type: 'oauth2', flows: { x: { scopes: { [scope]: '' } } } },
  ])
  const file = await fileWith(
    JSON.stringify({
      openapi: '3.0.1',
      info: { version: '4.0.0' },
      paths: { '/boxes': { get: { operationId: 'list-boxes', security: [{ s2: [] }] } } },
      components: { securitySchemes: Object.fromEntries(schemes) },
    }),
  )
  const bench = new Workbench()
  const { printed } = await bench.bring(file, '--json')
  expect(warningsIn(printed)).toEqual([['raket:read', 'box:read']])
  expect([bench.scopes.includes('rocket:'), bench.scopes.includes('raket')]).toEqual([true, false])
})

test('a family whose id means something else in YAML is written in quotes', async () => {
  const bench = new Workbench()
  const listed = 'null:read, null:write, true:read, true:write'
  const { code, printed } = await bench.bring(await fileWith(document(same, { listed })))
  expect(code, printed).toBe(0)
  expect(bench.scopes).toContain('  "null":\n    guessed: true #')
  expect(bench.scopes).toContain('  "true":\n    guessed: true #')
})

test('a proposed family has a name and words of its own', async () => {
  const bench = new Workbench()
  await bench.bring(await fileWith(document(same, { listed: 'boxes:read, boxes:write' })))
  expect(bench.scopes).toContain('  boxes:\n    guessed: true #')
  expect(bench.scopes).toContain('    name: Boxes2\n    things: your boxes of another kind\n')
})

test('a level that is declared no more is asked about once nothing needs it, and its family stays', async () => {
  const more = "operations:\n  GET /gifts: { declared: 'gift_card:read', since: 3.0.0, id: list-gifts }\n"
  const bench = new Workbench(acmeWith({ operations: acme.operations.replace('operations:\n', more) }))
  const next = await fileWith(document(same))
  const { decisions } = JSON.parse((await bench.bring(next, '--json')).printed)
  expect(decisions).toMatchObject([{ about: ['GET /gifts'] }])
  const { decisions: gone } = JSON.parse((await bench.bring(next, '--json', '--remove')).printed)
  expect(gone).toMatchObject([
    { what: '1 scope is declared no more, but the family is', about: ['gift_card:read'] },
  ])
  expect(bench.scopes).toBe(acme.scopes)
})

test('what a document brings may be what it misspells elsewhere', async () => {
  const listed = 'box:read, box:write, gift_card:write, offline, rocket:read, rocket:write, rocket:wriet'
  const { printed } = await new Workbench().bring(await fileWith(document(same, { listed })), '--json')
  expect(warningsIn(printed)).toContainEqual(['rocket:wriet', 'rocket:write'])
})
