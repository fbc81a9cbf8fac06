// The maintainer's whole day, with the built command: a spec is released, a newer document of Linode is
// imported, and one command generates the code and announces what it means for apps. The old document spelt
// one scope with a dash, and a spec that took it for a scope of its own must lose it again: that makes five
// scopes more and one less.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packages } from '../repository.js'
import { changed, documentOf, Importer, older } from './documents.fixture.js'

const SCOPES = 'spec/scopes.yaml'
const CHANGESET = '.changeset/spec.md'
const TREE = 'packages/core/src/generated/scopes.ts'
const MONITOR = '  monitor:\n    name: Monitor\n'
const DASHED = '  monitor:read-write: { name: monitorReadWrite, description: Change what is monitored.'

let clone: Importer

beforeAll(() => {
  clone = new Importer(older)
  clone.edit(SCOPES, MONITOR, `${MONITOR}    levels: [read_only]\n`)
  clone.edit(SCOPES, 'scopes: {}\n', `scopes:\n${DASHED} }\n`)
  clone.forgetExamples()
})
afterAll(() => clone.remove())

/**
 * What the next release does: the manifests say its version, its changesets are gone, and
 * the spec's model is kept.
 */
function release(version: string): void {
  for (const name of packages)
    clone.edit(`packages/${name}/package.json`, /"version": "[^"]*"/, `"version": "${version}"`)
  for (const name of readdirSync(join(clone.folder, '.changeset')))
    if (name.endsWith('.md')) rmSync(join(clone.folder, '.changeset', name))
  expect(clone.generate('diff', '--release')).toMatchObject({ status: 0 })
}

interface Difference {
  readonly kind: string
  readonly breaks: string
  readonly names: readonly string[]
}

/** What `diff` tells of scopes and of operations, in a line each. */
function told(): { readonly scopes: readonly string[]; readonly operations: readonly string[] } {
  const { changes }: { readonly changes: readonly Difference[] } = JSON.parse(
    clone.generate('diff', '--json').output,
  )
  const of = (isMeant: (name: string) => boolean) =>
    changes.flatMap(({ kind, breaks, names }) => {
      const name = names.find(isMeant)
      return name === undefined ? [] : [`${kind} ${name}, breaks ${breaks}`]
    })
  return { scopes: of(isScope), operations: of(isOperation) }
}

const isScope = (name: string) => /^\w+:\S+$/.test(name)
const isOperation = (name: string) => /^[A-Z]+ \//.test(name)

/** The spec, the changeset and all that is generated. */
const everything = () => [clone.spec, clone.read(CHANGESET), clone.generated()]

/** That the code is current and all that changed is announced. */
function expectDone(): void {
  expect(clone.generate('--check')).toMatchObject({ status: 0 })
  expect(clone.generate('diff', '--check')).toMatchObject({ status: 0 })
}

const timeout = 300_000

test('before the first release an import generates, and there is nothing to announce', { timeout }, () => {
  expect(clone.bring(documentOf('4.229.1'))).toContain('Announced: Nothing was released yet')
  expect(clone.read(TREE)).toContain("monitorReadWrite = 'monitor:read-write'")
  expect(clone.generate('--check')).toMatchObject({ status: 0 })
  release('1.0.0')
  expectDone()
})

test('a newer document takes one command, and the same command again changes nothing', { timeout }, () => {
  const printed = clone.bring(documentOf('4.234.0'))
  expect(printed).toMatch(/\nGenerated: \d+ written, 0 removed, \d+ in all\.\n/)
  expect(printed).toContain('\nAnnounced: wrote .changeset/spec.md: minor, ')
  expect(printed).toMatch(
    /of the spec's families and scopes .* not in the document.*\n(?: {7}.*\n)* {7}spec\/scopes\.yaml:\d+:3: monitor:read-write\n/,
  )
  expect(printed.trim().split('\n').at(-1)).toBe(
    'Next: look at the difference, and run "npm run verify -- src/api-report -u".',
  )
  expect(clone.read(TREE)).toContain("readWrite: 'child_account:read_write'")
  expectDone()

  const before = everything()
  expect(clone.bring(documentOf('4.234.0'))).toContain('it stays as it is.\nGenerated: all ')
  expect(everything()).toEqual(before)
})

test('the answer to a question is taken up by the same command', { timeout }, () => {
  clone.edit(SCOPES, DASHED, `${DASHED}, retired: { removed: 4.234.0 }`)
  expect(clone.bring(documentOf('4.234.0'))).toContain('\nAnnounced: wrote .changeset/spec.md: minor, ')
  expect(clone.read(TREE)).toMatch(/@deprecated[^/]*\*\/\nexport const monitorReadWrite\b/)
  expectDone()
})

test('the step from one document to the next is five scopes more and one less', { timeout }, () => {
  // Five that the document declares, and the highest level of each family that is new.
  const { scopes, operations } = told()
  expect(scopes).toEqual([
    'added child_account:read_only, breaks nothing',
    'added child_account:read_write, breaks nothing',
    'added child_account:*, breaks nothing',
    'added databases:read_only, breaks nothing',
    'added databases:read_write, breaks nothing',
    'added databases:*, breaks nothing',
    'added monitor:read_write, breaks nothing',
    'deprecated monitor:read-write, breaks nothing',
  ])
  expect(operations).toEqual([
    'added GET /account/child-accounts, breaks nothing',
    'added POST /account/child-accounts/{euuId}/token, breaks nothing',
    'added GET /databases/mysql/instances, breaks nothing',
    'added POST /databases/mysql/instances, breaks nothing',
    'added GET /monitor/alert-channels, breaks nothing',
    'added POST /monitor/alert-channels, breaks nothing',
  ])
})

test('a release later the scope goes, an operation asks for more, and one command says so', {
  timeout,
}, () => {
  release('1.1.0')
  clone.edit(SCOPES, /scopes:\n {2}monitor:read-write.*\n/, 'scopes: {}\n')
  const next = changed(
    '4.234.0',
    ['version: 4.234.0', 'version: 4.235.0'],
    ['oauth: [vpc:read_write]', 'oauth: [vpc:read_write, linodes:read_only]'],
  )
  const printed = clone.bring(next)
  expect(printed).toContain('\nAnnounced: wrote .changeset/spec.md: major, 2 changes\n')
  expect(told()).toEqual({
    scopes: ['removed monitor:read-write, breaks compile-time'],
    operations: ['asks-for-more POST /vpcs, breaks run-time'],
  })
  expectDone()
})
