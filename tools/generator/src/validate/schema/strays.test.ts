import { expect, test } from 'vitest'
import type { SchemaComplaint } from './complaints/complaint.js'
import { withoutStrays } from './strays.js'

const section = (of: string) => ({ patternProperties: { '.': { $ref: `#/definitions/${of}` } } })
const schema = {
  properties: { levels: section('level'), families: section('family'), bare: { type: 'string' } },
  definitions: {
    level: { required: ['name', 'title'], properties: { name: {}, title: {}, aliases: {} } },
    family: { required: ['name', 'things'], properties: { name: {}, title: {}, things: {} } },
  },
}
const told = (rule: string, ...path: readonly string[]): SchemaComplaint => {
  return { rule, path, at: 'key', wrong: 'it is wrong', expected: 'that', fix: 'correct it' }
}
const missing = told('schema/missing-key', 'families', 'read')
const unknown = told('schema/unknown-key', 'families', 'read', 'aliases')

test('an entry with the keys of another section is told once, and other entries as before', () => {
  const data = { families: { read: { name: 'a', title: 'b', aliases: [] } } }
  const other = told('schema/unknown-key', 'families', 'box', 'nmae')
  expect(withoutStrays(data, schema, [missing, unknown, other])).toMatchObject([
    other,
    { path: ['families', 'read'], wrong: '"read" has the keys of an entry of "levels"' },
  ])
})

test.each([
  ['lacks a key there too', { name: 'a', aliases: [] }],
  ['has one that is not known there either', { name: 'a', title: 'b', aliases: [], odd: 1 }],
])('an entry that %s stands where it should', (_, read) => {
  const complaints = [missing, unknown]
  expect(withoutStrays({ families: { read } }, schema, complaints)).toEqual(complaints)
})
