import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isMap, parseDocument } from 'yaml'
import { layOut } from './entry-layout.js'

test('the operations of the spec are laid out as they stand, but for a few that a hand may have added', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../../spec/operations.yaml'), 'utf8')
  const operations = parseDocument(text).get('operations')
  if (!isMap(operations)) throw new Error('no operations')
  const entries: Record<string, object> = operations.toJSON()
  const alike = Object.entries(entries).filter(([key, entry]) =>
    text.includes(`\n  ${layOut(key, entry, 2)}\n`),
  )
  expect(alike.length / operations.items.length).toBeGreaterThan(0.9)
})

test('a list that no line holds takes many', () => {
  const scopes = Array.from({ length: 9 }, (_, index) => `long_family_${index}:read_write`)
  expect(layOut('GET /a', { declared: [scopes, ['b']], id: 'a' }, 2)).toBe(
    [
      'GET /a:',
      '    {',
      '      declared: [',
      '        [',
      ...scopes.map((scope) => `          ${scope},`),
      '        ],',
      '        [b],',
      '      ],',
      '      id: a,',
      '    }',
    ].join('\n'),
  )
})
