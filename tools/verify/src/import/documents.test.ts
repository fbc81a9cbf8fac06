// Documents that declare just what Linode's spec holds change nothing in it, and what
// they misspell is no scope.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { documentOf, fileWith, Importer, linode } from './documents.fixture.js'
import { type Entry, openApiOf } from './openapi-of.fixture.js'

let clone: Importer

beforeAll(() => {
  clone = new Importer(linode)
})
beforeEach(() => {
  clone.spec = linode
})
afterAll(() => clone.remove())

/** What an import into the spec tells as JSON, and the misspelt scopes in it. */
function bring(document: string) {
  const told = JSON.parse(clone.bring(document, '--spec-only', '--json'))
  return {
    ...told,
    misspelt: told.warnings.map(({ scope }: Record<string, unknown>) => scope),
  }
}

/** The scopes that a document lists: all of the spec that are not retired, but for the highest levels. */
function listed(): string[] {
  const { levels, families, scopes } = parse(linode.scopes)
  const standing = (entries: Record<string, { retired?: object; levels?: string[] }>) =>
    Object.entries(entries).filter(([, { retired }]) => retired === undefined)
  const ofFamilies = standing(families).flatMap(([family, { levels: own = Object.keys(levels) }]) =>
    own.filter((level) => level !== '*').map((level) => `${family}:${level}`),
  )
  return [...ofFamilies, ...standing(scopes).map(([scope]) => scope)]
}

/** What the document that the operations were taken from misspells: only what is marked so declares it. */
function misspeltIn(operations: Readonly<Record<string, Entry>>): readonly unknown[] {
  const entries = Object.values(operations)
  const isMarked = ({ misspelt, corrected }: Entry) => misspelt ?? corrected
  const scopesOf = ({ declared }: Entry) => [declared].flat(2)
  const right = new Set(entries.filter((entry) => !isMarked(entry)).flatMap(scopesOf))
  return [...new Set(entries.filter(isMarked).flatMap(scopesOf))].filter((scope) => !right.has(scope))
}

test("the document that Linode's operations were taken from changes nothing, and the next one its version alone", () => {
  const spec = parse(linode.operations)
  const misspelt = misspeltIn(spec.operations)
  const [dashed = ''] = listed().map((scope) => scope.replace('_only', '-only'))
  const now = fileWith(openApiOf(spec, spec.version, [dashed, ...listed()]))
  expect(bring(now)).toMatchObject({
    files: [],
    changes: [],
    decisions: [],
    misspelt: [dashed, ...misspelt],
  })
  expect(clone.spec).toEqual(linode)

  const version = spec.version.replace(/\d+\.\d+$/, (end: string) => `${Number.parseInt(end, 10) + 1}.0`)
  const next = fileWith(openApiOf(spec, version, listed()))
  expect(bring(next).misspelt).toEqual(misspelt)
  expect(clone.spec).toEqual({
    scopes: linode.scopes,
    operations: linode.operations.replace(`version: ${spec.version}`, `version: ${version}`),
  })
})

test('our small documents declare what the spec holds, of each operation that it holds', () => {
  const { operations } = parse(linode.operations)
  for (const name of ['4.229.1', '4.234.0']) {
    const { changes } = bring(documentOf(name))
    expect(changes.filter(({ key }: { key: string }) => Object.hasOwn(operations, key))).toEqual([])
  }
})

const warned = [
  ['49:13', 'monitor:read-write', 'monitor:read_write'],
  ['10:57', 'linode:read_only', 'linodes:read_only', 'GET /linode/instances/{linodeId}/interfaces/settings'],
  ['12:91', 'ips:read', 'ips:read_only', 'GET /networking/ipv6/ranges/{range}'],
  ['22:57', 'prefixlist:read_only', 'firewall:read_only', 'GET /networking/prefixlists/{prefixListId}'],
  ['26:57', 'placement:read_only', 'linodes:read_only', 'GET /placement/groups'],
  ['33:57', 'default-ranges:read_only', 'ips:read_only', 'GET /vpcs/default-ranges'],
].map(([at, scope, suggestion, ...operations]) => ({
  place: expect.stringMatching(`/misspelt\\.yaml:${at}$`),
  scope,
  suggestion,
  operations,
}))

test.each([
  ['that knows the operations', linode],
  ['without operations', { ...linode, operations: 'operations: {}\n' }],
])('each scope that Linode misspelt is a warning with what was meant, and no scope: a spec %s', (_, spec) => {
  clone.spec = spec
  clone.forgetExamples()
  const told = clone.bring(documentOf('misspelt'), '--spec-only', '--json')
  expect(JSON.parse(told).warnings).toMatchObject(warned)
  expect(clone.spec.scopes).toBe(linode.scopes)
})
