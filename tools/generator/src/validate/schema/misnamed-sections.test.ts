import { expect, test } from 'vitest'
import { load } from '../../load/load.js'
import type { SchemaComplaint } from './complaints/complaint.js'
import { misnamedSections, renamed } from './misnamed-sections.js'

function unknownKey(path: readonly string[], suggestion?: string): SchemaComplaint {
  const words = { wrong: 'it is not known here', expected: 'another', fix: 'rename it', suggestion }
  return { rule: 'schema/unknown-key', path, at: 'key', ...words }
}

test('a section is misnamed where the right name is free', () => {
  const [one, again] = [unknownKey(['familes'], 'families'), unknownKey(['famlies'], 'families')]
  const complaints = [
    one,
    again,
    unknownKey(['lvels'], 'levels'),
    unknownKey(['kindred']),
    unknownKey(['scopes', 'box'], 'bux'),
    { ...unknownKey(['bear'], 'bare'), rule: 'schema/missing-key' },
  ]
  expect(misnamedSections({ familes: {}, famlies: {}, lvels: {}, levels: {} }, complaints)).toEqual([one])
})

test('under the names that were meant, places lead to those that stand there', () => {
  const bytes = new TextEncoder().encode('a: 1\nfamiles: { b: 2 }\n')
  const { source } = load({ file: 'a.yaml', bytes })
  if (source === undefined) throw new Error('it is YAML')
  const meant = renamed(source, [unknownKey(['familes'], 'families')])
  expect(meant.data).toEqual({ a: 1, families: { b: 2 } })
  expect(meant.place(['families'], 'key')).toEqual(source.place(['familes'], 'key'))
  expect(meant.place(['families', 'b'], 'value')).toEqual(source.place(['familes', 'b'], 'value'))
  expect(meant.place(['a'], 'key')).toMatchObject({ line: 1, column: 1 })
  expect(meant.place([], 'value')).toEqual(source.place([], 'value'))
})
