import { expect, test } from 'vitest'
import type { Path } from '../../load/source.js'
import type { SchemaComplaint } from './complaints/complaint.js'
import { withStandIns } from './stand-ins.js'

const box = { name: 'Boxes', things: 'your boxes' }
const scopes = { ignoreCase: 'yes', bare: 'write', families: { box, crate: {} } }

function complaint(path: Path, more: Partial<SchemaComplaint> = {}): SchemaComplaint {
  return {
    rule: 'schema/value',
    path,
    at: 'value',
    wrong: 'this is wrong',
    expected: 'that',
    fix: 'correct it',
    ...more,
  }
}

test('an entry at fault gets a stand-in, so that its name is still known, and nothing else changes', () => {
  const patched = withStandIns('scopes', scopes, [complaint(['families', 'crate', 'name'])])
  expect(patched?.data).toEqual({
    ...scopes,
    families: { box, crate: { name: 'StandIn', things: 'nothing' } },
  })
  const covered = [
    ['families', 'crate'],
    ['families', 'crate', 'things'],
    ['families', 'box'],
    ['families'],
    [],
  ]
  expect(covered.map((path) => patched?.covers(path))).toEqual([true, true, false, false, false])
})

test('the document itself is left as it was', () => {
  const data = { ignoreCase: 'yes', families: { crate: {} } }
  withStandIns('scopes', data, [complaint(['families', 'crate']), complaint(['ignoreCase'])])
  expect(data).toEqual({ ignoreCase: 'yes', families: { crate: {} } })
})

test('an entry that nothing refers to is left out', () => {
  const folded = { crate: {}, parcel: { into: 'box' } }
  const patched = withStandIns('scopes', { folded }, [complaint(['folded', 'crate', 'into'])])
  expect(patched?.data).toEqual({ folded: { parcel: { into: 'box' } } })
  expect(patched?.covers(['folded', 'crate', 'into'])).toBe(true)
})

test('what an entry was meant to be called is not known where its name is of the wrong form and like none', () => {
  const misnamed = (more: Partial<SchemaComplaint>) =>
    withStandIns('scopes', { families: { '?': box } }, [
      complaint(['families', '?'], { rule: 'schema/key-form', at: 'key', ...more }),
    ])
  expect([...(misnamed({})?.incomplete ?? [])]).toEqual(['families'])
  expect([...(misnamed({ suggestion: 'box' })?.incomplete ?? [])]).toEqual([])
})

test('an entry with a name of the wrong form is known by the name that was meant, unless another has that', () => {
  const misnamed = (key: string, suggestion: string) =>
    complaint(['families', key], { rule: 'schema/key-form', at: 'key', suggestion })
  const families = { Stamp: { name: 'Stamps' }, Box: {}, box }
  const patched = withStandIns('scopes', { families }, [misnamed('Stamp', 'stamp'), misnamed('Box', 'box')])
  expect(patched?.data).toEqual({ families: { box, stamp: { name: 'StandIn', things: 'nothing' } } })
  expect(['Stamp', 'stamp', 'Box', 'box'].map((key) => patched?.covers(['families', key]))).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test('an entry that was indented into the one before it keeps its name, another unknown key is none', () => {
  const families = { box: { ...box, crate: box, nmae: 'Boxes' } }
  const unknown = (key: string) =>
    complaint(['families', 'box', key], { rule: 'schema/unknown-key', at: 'key' })
  const patched = withStandIns('scopes', { families }, [unknown('crate'), unknown('nmae')])
  const standIn = { name: 'StandIn', things: 'nothing' }
  expect(patched?.data).toEqual({ families: { box: standIn, crate: standIn } })
  expect(patched?.covers(['families', 'crate'])).toBe(true)
})

test('a section at fault that may be left out is, and one that must be there is replaced', () => {
  const patched = withStandIns('scopes', { ...scopes, separators: 1 }, [
    complaint(['ignoreCase']),
    complaint(['separators', 'write']),
  ])
  expect(patched?.data).toEqual({
    bare: 'write',
    families: scopes.families,
    separators: { read: [' '], write: ' ' },
  })
  expect([['ignoreCase'], ['separators', 'read'], ['bare']].map((path) => patched?.covers(path))).toEqual([
    true,
    true,
    false,
  ])
})

test('a wildcard at fault is still the scope that others may name', () => {
  const document = { wildcard: { scope: 'all', titel: 'All' } }
  const patched = withStandIns('scopes', document, [complaint(['wildcard', 'titel'])])
  expect(patched?.data).toEqual({
    wildcard: { scope: 'all', name: 'standIn', title: 'Nothing', description: 'Nothing.' },
  })
})

test('a text under a name that no section has is left out', () => {
  const patched = withStandIns('scopes', { ...scopes, colour: 'red' }, [complaint(['colour'])])
  expect(patched?.data).toEqual(scopes)
})

test.each([
  ['the file', []],
  ['all of a table', ['families']],
  ['a table of another name', ['families2']],
  ['a section that there is not', ['kindred', 'box']],
])('there is no stand-in for %s', (_, path) => {
  const document = { ...scopes, families2: { box } }
  expect(withStandIns('scopes', document, [complaint(path)])).toBeUndefined()
})
