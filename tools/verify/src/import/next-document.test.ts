// What an import writes into the spec, to the letter: the step from one of Linode's documents
// to the next, from nothing.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changed, documentOf, Importer, older, withoutFolders } from './documents.fixture.js'

let clone: Importer

beforeAll(() => {
  clone = new Importer(older)
  clone.forgetExamples()
})
beforeEach(() => {
  clone.spec = older
})
afterAll(() => clone.remove())

/** Imports into the spec, and no further. */
const bring = (document: string) => withoutFolders(clone.bring(document, '--spec-only'))

test('the step of Linode from one document to the next, from nothing', () => {
  expect(bring(documentOf('4.229.1'))).toContain(`
Misspelt in the document, and never scopes:
  4.229.1.yaml:76:13: monitor:read-write: did you mean monitor:read_write? (listed, but asked for by none)
  4.229.1.yaml:25:91: ips:read: did you mean ips:read_only? (GET /networking/ipv6/ranges/{range})
  4.229.1.yaml:38:57: prefixlist:read_only: did you mean firewall:read_only? (GET /networking/prefixlists/{prefixListId})
  4.229.1.yaml:42:57: linode:read_only: did you mean linodes:read_only? (GET /placement/groups)
`)
  expect(clone.spec.scopes).toBe(older.scopes)
  expect(clone.spec.operations).toBe(`version: 4.229.1

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
  GET /linode/types: { auth: none, guessed: true, since: 4.229.1, id: get-linode-types }

  # networking
  POST /networking/ipv4/assign:
    { declared: [ips:read_write, linodes:read_write], since: 4.229.1, id: post-assign-ipv4s }
  GET /networking/ipv6/ranges/{range}:
    {
      declared: ips:read,
      corrected: ips:read_only,
      guessed: true,
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
      guessed: true,
      since: 4.229.1,
      id: get-prefixlist,
      note: "\`prefixlist:read_only\` is no scope; this one is taken from GET /networking/prefixlists.",
    }

  # placement
  GET /placement/groups:
    {
      declared: linode:read_only,
      corrected: linodes:read_only,
      guessed: true,
      since: 4.229.1,
      id: get-placement-groups,
      note: "\`linode:read_only\` is no scope; this one is like it.",
    }
  POST /placement/groups: { declared: linodes:read_write, since: 4.229.1, id: post-placement-group }

  # vpcs
  POST /vpcs: { declared: vpc:read_write, since: 4.229.1, id: post-vpc }
`)

  const before = clone.spec.operations
  const printed = bring(documentOf('4.234.0'))
  expect(printed).toContain(`
The spec's version: 4.229.1 → 4.234.0

Families that are new (2):
  child_account, with read_only, read_write
  databases, with read_only, read_write

Operations that are new (6):
  GET /account/child-accounts: child_account:read_only
`)
  const lines = clone.spec.scopes.split('\n')
  const marked = ['child_account', 'databases'].map(
    (id) => `       spec/scopes.yaml:${lines.indexOf(`  ${id}:`) + 2}:5: ${id}\n`,
  )
  expect(printed).toContain(`  1. 2 families have a name and words that are a guess\n${marked.join('')}`)
  expect(printed).not.toContain('monitor:read-write')
  expect(clone.spec.scopes).toBe(
    older.scopes.replace(
      '  domains:\n',
      `  child_account:
    guessed: true # by an import: put the words in order, and take this line out
    name: ChildAccount
    title: Child Account
    things: your child account
  databases:
    guessed: true # by an import: put the words in order, and take this line out
    name: Databases
    things: your databases
  domains:
`,
    ),
  )
  expect(clone.spec.operations).toBe(
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

  const after = clone.spec
  expect(bring(documentOf('4.234.0'))).toContain('it stays as it is')
  expect(clone.spec).toEqual(after)
})

test('what a person put in order after an import stays, and so do the remarks that were written', () => {
  bring(documentOf('4.234.0'))
  clone.edit(
    'spec/scopes.yaml',
    '    guessed: true # by an import: put the words in order, and take this line out\n',
    '',
  )
  clone.edit(
    'spec/scopes.yaml',
    'things: your child account\n',
    'things: "those whom you look after" # as a partner\n',
  )
  clone.edit(
    'spec/operations.yaml',
    '  # account\n',
    '  # account\n  # Asked of support: all of it is in use.\n',
  )
  clone.edit('spec/operations.yaml', 'id: put-account }', 'id: put-account, note: Seen. } # in May')
  const { scopes, operations } = clone.spec
  bring(
    changed(
      '4.234.0',
      ['version: 4.234.0', 'version: 4.235.0'],
      ['[account:read_write]', '[events:read_only]'],
    ),
  )
  expect(clone.spec).toEqual({
    scopes,
    operations: operations.replace('version: 4.234.0', 'version: 4.235.0').replace(
      'PUT /account: { declared: account:read_write',
      // The note was written for another declaration: a person is to see whether it holds.
      'PUT /account: { declared: events:read_only, guessed: note',
    ),
  })
})
