import { expect, test } from 'vitest'
import { acme } from '../spec/acme.fixture.js'
import type { PerPart } from '../spec/documents.js'
import { Workshop } from './diff.fixture.js'

// A step that a real provider took, as its two published documents declare it: +5 scopes, -1. The first
// document spelt one scope with a dash, so that it belonged to no family.

/** The families of the first document with both of their levels but for those of one level. */
const both = ['account', 'domains', 'events', 'firewall', 'images', 'ips', 'lke', 'longview', 'nodebalancers']
const later = ['object_storage', 'stackscripts', 'volumes']

function spec(version: string, families: readonly string[], singles: string): PerPart<string> {
  const named = families.map(
    (id) => `  ${id.replace(':', `: { name: ${nameOf(id)}, things: ${id.split(':')[0]}`)}\n`,
  )
  return {
    endpoints: acme.endpoints,
    scopes: `
separators: { read: [' ', ','], write: ' ' }
levels:
  read_only: { name: readOnly, title: '{title}: see', description: 'See {things}.' }
  read_write: { name: readWrite, title: '{title}: change', description: 'Change {things}.', includes: [read_only] }
families:
${named.join('')}
${singles}
`,
    operations: `version: ${version}\noperations:\n  GET /lists: { declared: 'monitor:read_only', id: get-lists }\n`,
  }
}

function nameOf(id: string): string {
  return (id.split(':')[0] ?? '').replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
}

const whole = (ids: readonly string[]) => ids.map((id) => `${id}: }`)
const misspelt = 'scopes:\n  monitor:read-write: { name: monitorReadWrite, description: Change monitor. }\n'
const before = spec(
  '4.229.1',
  [...whole([...both, ...later]), 'monitor:, levels: [read_only] }', 'vpc:, levels: [read_write] }'],
  misspelt,
)
const families = [
  ...whole([...both, 'child_account', 'databases', ...later, 'monitor']),
  'vpc:, levels: [read_write] }',
]
const after = spec('4.234.0', families, '')

test('five scopes came and one went, without notice', async () => {
  const workshop = new Workshop(before)
  await workshop.release('0.1.0')
  workshop.become(after)
  const [, printed] = await workshop.diff('--json')
  const { bump, changes } = JSON.parse(printed)
  expect(bump).toBe('minor')
  expect(
    changes.map(({ kind, names }: { kind: string; names: string[] }) => `${kind} ${names.at(-1)}`),
  ).toEqual([
    'removed monitor:read-write',
    'added child_account:read_only',
    'added child_account:read_write',
    'added databases:read_only',
    'added databases:read_write',
    'added monitor:read_write',
    'words apiVersion',
  ])
  const [code, faults] = await workshop.diff('--changeset')
  expect(code).toBe(1)
  expect(faults).toContain(
    'monitor:read-write: { name: monitorReadWrite, description: Change monitor., retired: { removed: 4.234.0 } }',
  )
})

test('kept for one release as deprecated, then gone', async () => {
  const workshop = new Workshop(before)
  await workshop.release('0.1.0')
  workshop.become(spec('4.234.0', families, misspelt.replace(' }', ', retired: { removed: 4.234.0 } }')))
  expect(await workshop.diff('--changeset')).toEqual([0, 'wrote changes/spec.md: patch, 6 changes\n'])
  expect(workshop.read('changes/spec.md')).toContain(
    '`Scopes.monitorReadWrite` (`monitor:read-write`) is deprecated: version 4.234.0 of the API document took it away.',
  )
  await workshop.release('0.1.1')
  workshop.become(after)
  expect(await workshop.diff('--changeset')).toEqual([0, 'wrote changes/spec.md: minor, 1 change\n'])
  expect((await workshop.diff('--check'))[0]).toBe(0)
})
