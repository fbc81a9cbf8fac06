import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isMap, parseDocument } from 'yaml'
import { layOut } from './layout.js'

test('every operation of the spec is laid out as it stands', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../../spec/operations.yaml'), 'utf8')
  const operations = parseDocument(text).get('operations')
  if (!isMap(operations)) throw new Error('no operations')
  const entries: Record<string, object> = operations.toJSON()
  expect(operations.items.length).toBeGreaterThan(500)
  for (const [key, entry] of Object.entries(entries)) expect(text).toContain(`  ${layOut(key, entry, 2)}\n`)
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
