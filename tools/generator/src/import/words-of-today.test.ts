import { expect, test } from 'vitest'
import { acme } from '../spec/acme.fixture.js'
import { document, same } from './acme-document.fixture.js'
import { fileWith } from './file-with.fixture.js'
import { documentOf, needs, operation, scopes } from './plan/plan.fixture.js'
import { inWordsOfToday } from './words-of-today.js'
import { acmeWith, Workbench } from './workbench.fixture.js'

test('old texts say the scopes that they are read as, each once; what stands for none stays', () => {
  const read = (...operations: Parameters<typeof documentOf>[0]) => {
    const { listed, operations: now } = inWordsOfToday(
      documentOf([...operations], 'box:read', 'crate:view', 'parcel', 'forever', 'boxx:read', 'box:none'),
      scopes,
    )
    return { listed: [...listed.keys()], access: now.map(({ access }) => access) }
  }
  const oneOf = { auth: 'scoped', anyOf: [['crate:read'], ['box:read'], ['forever']] } as const
  expect(
    read(
      operation('GET /a', needs('parcel:view', 'box:read')),
      operation('GET /b', oneOf),
      operation('GET /c'),
    ),
  ).toEqual({
    listed: ['box:read', 'box:write', 'offline', 'boxx:read', 'box:none'],
    access: [needs('box:read'), { auth: 'scoped', anyOf: [['box:read'], ['offline']] }, { auth: 'unsaid' }],
  })
})

test.each([
  [
    'a level',
    acme.scopes
      .replace("write: { name: readWrite, title: '{title}: change',", '$& aliases: [write],')
      .replace('  write: { name', '  change: { name')
      .replace('bare: write', 'bare: change')
      .replace('descriptions: { write:', 'descriptions: { change:')
      .replace("includes: { write: ['box:read']", "includes: { change: ['box:read']"),
    acme.operations.replaceAll(':write', ':change'),
  ],
  [
    'a family',
    acme.scopes
      .replace('  gift_card:\n', '  voucher:\n')
      .replace('folded:\n', 'folded:\n  gift_card: { into: voucher }\n'),
    acme.operations.replaceAll('gift_card', 'voucher'),
  ],
  [
    'a scope of its own',
    acme.scopes.replace('  offline: {', '  away: {').replace('[forever]', '[forever, offline]'),
    acme.operations,
  ],
])(
  'once %s is renamed, a document with the old text changes nothing and asks nothing',
  async (_, to, operations) => {
    const bench = new Workbench(acmeWith({ scopes: to, operations }))
    const { code, printed } = await bench.bring(
      await fileWith(document(same, { version: '3.2.1' })),
      '--json',
    )
    expect(code, printed).toBe(0)
    const { files, changes, warnings, decisions } = JSON.parse(printed)
    expect({ files, changes, decisions }).toEqual({ files: [], changes: [], decisions: [] })
    expect(warnings).toMatchObject([{ scope: 'boxx:read' }])
  },
)
