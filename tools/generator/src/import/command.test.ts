import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { acme } from '../acme.fixture.js'
import type { OperationEntry } from '../documents.js'
import { otherHouse } from '../house.fixture.js'
import type { Style } from '../style.js'
import { document, same } from './acme-document.fixture.js'
import { run } from './command.js'
import { linode, withoutNewest } from './linode.fixture.js'
import { fileWith, openApiOf } from './openapi-of.fixture.js'
import { acmeWith, fixture, Workbench } from './workbench.fixture.js'

/** The scopes that one of our documents lists. */
function listedBy(name: string): string[] {
  const flow = parse(readFileSync(fixture(name), 'utf8')).components.securitySchemes.oauth.flows
    .authorizationCode
  return Object.keys(flow.scopes)
}

const misspelt = [
  ['monitor:read-write', 'monitor:read_write'],
  ['ips:read', 'ips:read_only'],
  ['prefixlist:read_only', 'firewall:read_only'],
  ['linode:read_only', 'linodes:read_only'],
  ['default-ranges:read_only', 'ips:read_only'],
]

function warningsIn(printed: string): unknown {
  const { warnings } = JSON.parse(printed)
  return warnings.map(({ scope, suggestion }: Record<string, unknown>) => [scope, suggestion])
}

test("the document that Linode's operations were taken from changes nothing, and the next one its version alone", async () => {
  const bench = new Workbench(linode)
  const operations = parse(linode.operations)
  const now = await fileWith(openApiOf(operations, '4.229.1', listedBy('linode-4.229.1.yaml')))
  const { code, printed } = await bench.bring(now, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ files: [], changes: [], decisions: [] })
  expect(warningsIn(printed)).toEqual(misspelt)
  expect(bench.disk.touched).toEqual([])

  const next = await fileWith(openApiOf(operations, '4.234.0', listedBy('linode-4.234.0.yaml')))
  expect(warningsIn((await bench.bring(next, '--json')).printed)).toEqual(misspelt.slice(1))
  expect(bench.operations).toBe(linode.operations.replace('version: 4.229.1', 'version: 4.234.0'))
  expect(bench.scopes).toBe(linode.scopes)
}, 60_000)

test('our small documents declare of operations what the spec holds', async () => {
  const bench = new Workbench(linode)
  for (const name of ['linode-4.229.1.yaml', 'linode-4.234.0.yaml']) {
    const { changes } = JSON.parse((await bench.bring(fixture(name), '--json')).printed)
    expect(changes).toEqual([])
  }
}, 60_000)

test('the step of Linode from one document to the next, from nothing', async () => {
  const scopes = withoutNewest
  expect(scopes).not.toBe(linode.scopes)
  const bench = new Workbench({ ...linode, scopes, operations: 'operations: {}\n' })
  const first = await bench.bring(fixture('linode-4.229.1.yaml'))
  expect(first.code).toBe(0)
  expect(first.printed).toContain(`
Misspelt in the document, and never scopes:
  monitor:read-write: did you mean monitor:read_write? (listed, but asked for by none)
  ips:read: did you mean ips:read_only? (GET /networking/ipv6/ranges/{range})
  prefixlist:read_only: did you mean firewall:read_only? (GET /networking/prefixlists/{prefixListId})
  linode:read_only: did you mean linodes:read_only? (GET /placement/groups)
`)
  expect(bench.scopes).toBe(scopes)
  expect(bench.operations).toBe(`version: 4.229.1

operations:
  # account
  GET /account: { declared: account:read_only, since: 4.229.1, id: get-account }
  PUT /account: { declared: account:read_write, since: 4.229.1, id: put-account }
  GET /account/maintenance: { auth: any_token, since: 4.229.1, id: get-maintenance }

  # entities
  GET /entities: { auth: pat, since: 4.229.1, id: get-entities }

  # linode
  POST /linode/instances/{linodeId}/clone:
    { declared: linodes:read_write, since: 4.229.1, id: post-clone-linode-instance }
  GET /linode/types: { auth: none, since: 4.229.1, id: get-linode-types }

  # networking
  POST /networking/ipv4/assign:
    { declared: [ips:read_write, linodes:read_write], since: 4.229.1, id: post-assign-ipv4s }
  GET /networking/ipv6/ranges/{range}:
    {
      declared: ips:read,
      corrected: ips:read_only,
      since: 4.229.1,
      id: get-ipv6-range,
      note: "\`ips:read\` is no scope; this one is like it.",
    }
  DELETE /networking/ipv6/ranges/{range}: { declared: ips:read_write, since: 4.229.1, id: delete-ipv6-range }
  GET /networking/prefixlists: { declared: firewall:read_only, since: 4.229.1, id: get-prefixlists }
  GET /networking/prefixlists/{prefixListId}:
    {
      declared: prefixlist:read_only,
      corrected: firewall:read_only,
      since: 4.229.1,
      id: get-prefixlist,
      note: "\`prefixlist:read_only\` is no scope; this one is taken from GET /networking/prefixlists.",
    }

  # placement
  GET /placement/groups:
    {
      declared: linode:read_only,
      corrected: linodes:read_only,
      since: 4.229.1,
      id: get-placement-groups,
      note: "\`linode:read_only\` is no scope; this one is like it.",
    }
  POST /placement/groups: { declared: linodes:read_write, since: 4.229.1, id: post-placement-group }

  # vpcs
  POST /vpcs: { declared: vpc:read_write, since: 4.229.1, id: post-vpc }
`)

  const before = bench.operations
  const { printed } = await bench.bring(fixture('linode-4.234.0.yaml'))
  expect(printed).toContain(`
The spec's version: 4.229.1 → 4.234.0

Families that are new (2):
  child_account, with read_only, read_write
  databases, with read_only, read_write

Operations that are new (6):
  GET /account/child-accounts: child_account:read_only
`)
  expect(printed).toContain('  1. the family "child_account" is new, and its name and words are a guess\n')
  expect(printed).not.toContain('monitor:read-write')
  expect(bench.scopes).toBe(
    scopes.replace(
      '  domains:\n',
      `  child_account:
    # Proposed by an import: put the words in order, and take this line out.
    name: ChildAccount
    title: Child Account
    things: your child account
  databases:
    # Proposed by an import: put the words in order, and take this line out.
    name: Databases
    things: your databases
  domains:
`,
    ),
  )
  expect(bench.operations).toBe(
    before
      .replace('version: 4.229.1', 'version: 4.234.0')
      .replace(
        '  GET /account/maintenance',
        `  GET /account/child-accounts: { declared: child_account:read_only, since: 4.234.0, id: get-child-accounts }
  POST /account/child-accounts/{euuId}/token:
    { declared: child_account:read_write, since: 4.234.0, id: post-child-account-token }
  GET /account/maintenance`,
      )
      .replace(
        '\n  # entities\n',
        `
  # databases
  GET /databases/mysql/instances:
    { declared: databases:read_only, since: 4.234.0, id: get-databases-mysql-instances }
  POST /databases/mysql/instances:
    { declared: databases:read_write, since: 4.234.0, id: post-databases-mysql-instances }

  # entities
`,
      )
      .replace(
        '\n  # networking\n',
        `
  # monitor
  GET /monitor/alert-channels: { declared: monitor:read_only, since: 4.234.0, id: get-notification-channels }
  POST /monitor/alert-channels:
    { declared: monitor:read_write, since: 4.234.0, id: post-notification-channel }

  # networking
`,
      ),
  )

  const touched = bench.disk.touched.length
  expect((await bench.bring(fixture('linode-4.234.0.yaml'))).printed).toContain('nothing was written')
  expect(bench.disk.touched.length).toBe(touched)
}, 60_000)

test('a family that is declared no more is retired once no operation needs it', async () => {
  const without = same.replace(/ {2}\/gifts.*\n/, '')
  const file = await fileWith(document(without, { version: '5.0.0', listed: 'box:read, box:write' }))
  const spec = acmeWith({
    operations: acme.operations.replace('POST /gifts: {', 'POST /gifts: { since: 3.0.0,'),
  })
  const kept = new Workbench(spec)
  expect((await kept.bring(file)).printed).toContain(
    '1 family is declared no more, but operations that stayed need it\n       gift_card\n',
  )
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

test('a proposed family has a name of its own', async () => {
  const bench = new Workbench()
  await bench.bring(await fileWith(document(same, { listed: 'boxes:read, boxes:write' })))
  expect(bench.scopes).toContain('  boxes:\n    # Proposed')
  expect(bench.scopes).toContain('    name: Boxes2\n    things: your boxes\n')
})

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
  expect(bench.operations).toContain('GET /new: { auth: none, since: 2026-11, id: n }')
  expect(bench.operations).toContain('version: 3.2.1\n')
  await bench.bring(file, '--as=3.3')
  expect(bench.operations).toContain('version: 3.3.0\n')
})

test('a document can not command the terminal that its title is told on', async () => {
  const text = document(same).replace('title: Acme', 'title: "A\\e[2Jcme"')
  const { printed } = await new Workbench().bring(await fileWith(text))
  expect(printed.split('\n')[0]).toMatch(/^A<U\+001B>\[2Jcme 4\.0\.0, from /)
})

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

/** What `import` prints of a document that is at fault, with some words, in a place where faults are told in some form. */
async function toldOf(words: readonly string[], style?: Style): Promise<string> {
  const file = await fileWith('openapi: 3.0.1\npaths:\n  /a: { $ref: none.yaml }\n')
  const bench = new Workbench()
  let printed = ''
  const print = (text: string) => {
    printed += text
  }
  const surroundings = { house: otherHouse, disk: bench.disk, engine: '', print, style }
  expect(await run(['openapi', file, ...words], surroundings)).toBe(1)
  return printed.replaceAll(/[^ "=]*openapi\.yaml/g, 'openapi.yaml')
}

test('faults are told in the form that is asked for, or else in the one that suits the place', async () => {
  const wrong = `the reference "none.yaml" can't be read: there is no such file`
  expect(await toldOf(['--format', 'editor'])).toContain(`openapi.yaml:3:15: error: ${wrong}`)
  expect(await toldOf(['--format=github'])).toMatch(/^::error file=openapi\.yaml,line=3,endLine=3,col=15/)
  expect(await toldOf([], { format: 'github', colour: false })).toMatch(/^::error /)
  expect(await toldOf(['--format', 'text'], { format: 'github', colour: false })).toContain(`
  3 |   /a: { $ref: none.yaml }
    |               ^^^^^^^^^
  → correct the document, or give another
`)
  const json = await toldOf(['--format', 'json'])
  expect(JSON.parse(json).faults).toMatchObject([{ line: 3, column: 15, wrong }])
  expect(await toldOf(['--json'])).toBe(json)
  expect(await toldOf([])).toContain('\n1 fault; nothing was written\n')
})

test('what was done is told as JSON by either word for it', async () => {
  const printed = async (...words: string[]) =>
    (await new Workbench().bring(fixture('per-operation.yaml'), '--dry-run', ...words)).printed
  expect(await printed('--format', 'json')).toBe(await printed('--json'))
  expect(await printed('--format', 'github')).toBe(await printed())
})

test.each([
  [[], 'import needs the kind of document first, openapi, not nothing'],
  [['postman', 'a'], 'import needs the kind of document first, openapi, not postman'],
  [['openapi'], 'import openapi needs a file or an address'],
  [['openapi', 'a', 'b'], 'import openapi reads one document, not 2'],
  [['openapi', 'a', '--dryrun'], 'there is no option --dryrun: did you mean --dry-run?'],
  [['openapi', 'a', '--format', 'jsn'], 'there is no format jsn: did you mean json?'],
  [['openapi', 'a', '--format'], '--format needs a word: text, json, editor, github'],
  [['openapi', 'a', '--json', '--format=editor'], '--json and --format editor do not go together'],
  [
    ['openapi', 'a', '--as', 'new'],
    '--as needs a version such as 4.240.0, or a month such as 2026-11, not new',
  ],
  [['openapi', 'http://elsewhere.example/'], 'http://elsewhere.example/ is not asked'],
])('wrong use is told: %j', async (args, expected) => {
  const { disk } = new Workbench()
  const running = run(args, { house: otherHouse, disk, engine: '', print: () => {} })
  await expect(running).rejects.toThrow(expected)
  await expect(running).rejects.toHaveProperty('name', 'UsageError')
})

test('what a person put in order after an import stays, and so do the remarks that were written', async () => {
  const bench = new Workbench({ ...linode, scopes: withoutNewest, operations: 'operations: {}\n' })
  await bench.bring(fixture('linode-4.234.0.yaml'))
  const { scopes, operations } = otherHouse.spec
  const edit = (file: string, place: string, text: string) => {
    const before = bench.disk.files.get(file) ?? ''
    expect(before).toContain(place)
    bench.disk.files.set(file, before.replace(place, text))
  }
  edit(scopes, '    # Proposed by an import: put the words in order, and take this line out.\n', '')
  edit(scopes, 'things: your child account\n', 'things: those whom you look after # as a partner\n')
  edit(operations, '  # account\n', '  # account\n  # Asked of support: all of it is in use.\n')
  edit(operations, 'id: put-account }', 'id: put-account, note: Seen. } # in May')
  const edited = [bench.scopes, bench.operations]
  const text = readFileSync(fixture('linode-4.234.0.yaml'), 'utf8')
  const next = text.replace('version: 4.234.0', 'version: 4.235.0')
  await bench.bring(await fileWith(next.replace('[account:read_write]', '[account:read_only]')))
  expect([bench.scopes, bench.operations]).toEqual([
    edited[0],
    edited[1]
      ?.replace('version: 4.234.0', 'version: 4.235.0')
      .replace('PUT /account: { declared: account:read_write', 'PUT /account: { declared: account:read_only'),
  ])
}, 60_000)

test('a level that is declared no more is asked about once nothing needs it, and its family stays', async () => {
  const bench = new Workbench(linode)
  const operations = parse(linode.operations)
  const listed = listedBy('linode-4.234.0.yaml').filter((scope) => scope !== 'longview:read_write')
  const asking = Object.entries<OperationEntry>(operations.operations)
    .filter(([, { declared }]) => declared === 'longview:read_write')
    .map(([key]) => key)
  expect(asking.length).toBeGreaterThan(0)
  for (const key of asking) delete operations.operations[key]
  const next = await fileWith(openApiOf(operations, '4.240.0', listed))
  const { decisions } = JSON.parse((await bench.bring(next, '--json')).printed)
  expect(decisions).toMatchObject([{ about: asking }])
  const { decisions: gone } = JSON.parse((await bench.bring(next, '--json', '--remove')).printed)
  expect(gone).toMatchObject([
    { what: '1 scope is declared no more, but the family is', about: ['longview:read_write'] },
  ])
  expect(bench.scopes).toBe(linode.scopes)
}, 60_000)

test('an import that is stopped between its two files is finished by the next run', async () => {
  const spec = { ...linode, scopes: withoutNewest, operations: 'operations: {}\n' }
  const whole = new Workbench(spec)
  await whole.bring(fixture('linode-4.234.0.yaml'))

  const bench = new Workbench(spec)
  bench.disk.stopAt = otherHouse.spec.operations
  await expect(bench.bring(fixture('linode-4.234.0.yaml'))).rejects.toThrow('stopped')
  expect([bench.scopes, bench.operations]).toEqual([whole.scopes, spec.operations])

  bench.disk.stopAt = undefined
  await bench.bring(fixture('linode-4.234.0.yaml'), '--dry-run')
  expect([bench.scopes, bench.operations]).toEqual([whole.scopes, whole.operations])
}, 60_000)
