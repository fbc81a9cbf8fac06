// The maintainer's whole day, once: a spec is released, a newer document is imported, and what that means for apps is
// told, announced and checked. The old document spelt one scope with a dash, and a spec that took it for a scope of its
// own must lose it again: that makes five scopes more and one less.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Workshop } from '../diff/diff.fixture.js'
import { otherHouse } from '../house/other-house.fixture.js'
import { loadOnce } from '../load/load-once.fixture.js'
import { run } from './command.js'
import { linode, withoutNewest } from './linode.fixture.js'
import { fileWith } from './openapi-of.fixture.js'
import { fixture } from './workbench.fixture.js'

const MONITOR = '  monitor:\n    name: Monitor\n'
const DASHED = '  monitor:read-write: { name: monitorReadWrite, description: Change what is monitored.'

/** The scopes as a spec of the old document has them. */
const scopes = withoutNewest
  .replace(MONITOR, `${MONITOR}    levels: [read_only]\n`)
  .replace('scopes: {}\n', `scopes:\n${DASHED} }\n`)

/** Imports a document into the spec of a workshop. */
async function bring(document: string, { disk }: Workshop): Promise<string> {
  let printed = ''
  const print = (text: string) => {
    printed += text
  }
  const code = await run(['openapi', document], {
    house: otherHouse,
    disk,
    engine: 'engine',
    print,
    load: loadOnce,
  })
  expect(code, printed).toBe(0)
  return printed
}

interface Difference {
  readonly kind: string
  readonly breaks: string
  readonly names: readonly string[]
}

/** What `diff` tells of scopes or of operations, in a line each. */
async function told(workshop: Workshop, isMeant: (name: string) => boolean): Promise<string[]> {
  const [, printed] = await workshop.diff('--json')
  const { changes }: { readonly changes: readonly Difference[] } = JSON.parse(printed)
  return changes.flatMap(({ kind, breaks, names }) => {
    const name = names.find(isMeant)
    return name === undefined ? [] : [`${kind} ${name}, breaks ${breaks}`]
  })
}

const isScope = (name: string) => /^\w+:\S+$/.test(name)
const isOperation = (name: string) => /^[A-Z]+ \//.test(name)

test('a spec is released, a newer document is imported, and what it means is announced', async () => {
  const workshop = new Workshop({ ...linode, scopes, operations: 'operations: {}\n' })
  await bring(fixture('linode-4.229.1.yaml'), workshop)
  await workshop.release('1.0.0')
  expect(await workshop.diff('--check')).toEqual([0, 'diff: the spec says what version 1.0.0 says\n'])

  const asked = await bring(fixture('linode-4.234.0.yaml'), workshop)
  expect(asked).toMatch(
    /of the spec's families and scopes .* not in the document.*\n(?: {7}.*\n)* {7}monitor:read-write\n/,
  )
  expect(await bring(fixture('linode-4.234.0.yaml'), workshop)).toContain('nothing was written')
  const dashed = workshop.read(otherHouse.spec.scopes)
  const answer = dashed.replace(DASHED, `${DASHED}, retired: { removed: 4.234.0 }`)
  expect(answer).not.toBe(dashed)
  workshop.disk.files.set(otherHouse.spec.scopes, answer)

  // Five that the document declares, and the highest level of each family that is new.
  expect(await told(workshop, isScope)).toEqual([
    'added child_account:read_only, breaks nothing',
    'added child_account:read_write, breaks nothing',
    'added child_account:*, breaks nothing',
    'added databases:read_only, breaks nothing',
    'added databases:read_write, breaks nothing',
    'added databases:*, breaks nothing',
    'added monitor:read_write, breaks nothing',
    'deprecated monitor:read-write, breaks nothing',
  ])
  expect(await told(workshop, isOperation)).toEqual([
    'added GET /account/child-accounts, breaks nothing',
    'added POST /account/child-accounts/{euuId}/token, breaks nothing',
    'added GET /databases/mysql/instances, breaks nothing',
    'added POST /databases/mysql/instances, breaks nothing',
    'added GET /monitor/alert-channels, breaks nothing',
    'added POST /monitor/alert-channels, breaks nothing',
  ])
  expect((await workshop.diff('--check'))[0]).toBe(1)
  expect(await workshop.diff('--changeset')).toEqual([0, 'wrote changes/spec.md: minor, 15 changes\n'])
  expect((await workshop.diff('--check'))[0]).toBe(0)
  expect(await bring(fixture('linode-4.234.0.yaml'), workshop)).toContain('nothing was written')

  // The release after that: the scope goes, and one operation asks for more.
  await workshop.release('1.1.0')
  workshop.disk.files.set(
    otherHouse.spec.scopes,
    workshop.read(otherHouse.spec.scopes).replace(/scopes:\n {2}monitor:read-write.*\n/, 'scopes: {}\n'),
  )
  const next = readFileSync(fixture('linode-4.234.0.yaml'), 'utf8')
    .replace('version: 4.234.0', 'version: 4.235.0')
    .replace('oauth: [vpc:read_write]', 'oauth: [vpc:read_write, linodes:read_only]')
  const file = await fileWith(next)
  await bring(file, workshop)
  expect(await told(workshop, isScope)).toEqual(['removed monitor:read-write, breaks compile-time'])
  expect(await told(workshop, isOperation)).toEqual(['asks-for-more POST /vpcs, breaks run-time'])
  expect((await workshop.diff('--check'))[0]).toBe(1)
  expect(await workshop.diff('--changeset')).toEqual([0, 'wrote changes/spec.md: major, 3 changes\n'])
  expect((await workshop.diff('--check'))[0]).toBe(0)
  expect(await bring(file, workshop)).toContain('nothing was written')
}, 120_000)
