import { expect, test } from 'vitest'
import type { SchemaComplaint } from './complaints/complaint.js'
import { source } from './judged.fixture.js'
import { misplacedSections, moved } from './misplaced-sections.js'

const schema = { properties: { levels: {}, families: {}, folded: {} } }
const told = (...path: readonly string[]): SchemaComplaint => {
  return {
    rule: 'schema/type',
    path,
    at: 'value',
    wrong: 'it is no entry',
    expected: 'an entry',
    fix: 'correct it',
  }
}

test.each([
  ['alone', 'levels:\n  read: { a: b }\n  families:\n  box: { c: d }\n', 4, 3],
  ['with its entries', 'levels:\n  read: { a: b }\n  families:\n    box: { c: d }\n', 4, 5],
])(
  'a section that was indented %s is read at the margin, and its places are where it stands',
  (_, text, line, column) => {
    const file = source('a.yaml', text)
    const found = misplacedSections(file.data, schema, [told('levels', 'families')])
    expect(found).toMatchObject([{ path: ['levels', 'families'], at: 'key' }])
    const meant = moved(file, found)
    expect(meant.data).toEqual({ levels: { read: { a: 'b' } }, families: { box: { c: 'd' } } })
    expect(meant.place(['families', 'box'], 'key')).toMatchObject({ line, column })
    expect(meant.place(['families'], 'key')).toMatchObject({ line: 3, column: 3 })
    expect(meant.place(['levels', 'read', 'a'], 'value')).toMatchObject({ line: 2, column: 14 })
    expect(meant.place([], 'value')).toEqual(file.place([], 'value'))
  },
)

test.each([
  ['it has the form of an entry', { levels: { families: { name: 'x' } } }, [told('levels', 'families')]],
  ['one stands at the margin', { levels: { families: null }, families: {} }, [told('levels', 'families')]],
  ['nothing is wrong with it', { levels: { families: { box: {} } } }, [told('levels', 'read')]],
])('what is called like a section is an entry where %s', (_, data, complaints) => {
  expect(misplacedSections(data, schema, complaints)).toEqual([])
})
