import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { acme } from '../../spec/acme.fixture.js'
import type { OperationEntry } from '../../spec/operations-document.js'
import type { LevelEntry, ScopesDocument } from '../../spec/scopes-document.js'
import type { DeclaredAccess } from '../api-document.js'
import { Corrector } from './corrector.js'
import { needs } from './plan.fixture.js'

const level: LevelEntry = { name: 'level', title: '{title}', description: 'See {things}.' }

const scopes: ScopesDocument = {
  separators: { read: [' '], write: ' ' },
  levels: { read_only: { ...level, aliases: ['view'] }, read_write: level },
  families: {
    box: { name: 'Boxes', things: 'your boxes' },
    gift: { name: 'Gifts', things: 'your gifts' },
    stamp: { name: 'Stamps', things: 'your stamps', levels: ['read_write'] },
  },
}

const KEY = 'GET /boxes/{boxId}/lid'

/** Corrects one declaration by what is known of other operations. */
function corrected(
  set: readonly string[],
  known: {
    readonly entries?: Readonly<Record<string, OperationEntry>>
    readonly declared?: Readonly<Record<string, DeclaredAccess>>
  } = {},
) {
  const { entries = {}, declared = {} } = known
  const corrector = new Corrector(scopes, entries, new Map(Object.entries(declared)))
  return corrector.correct(KEY, [set], entries[KEY])
}

test('scopes that are none are told once each', () => {
  const corrector = new Corrector(scopes, {}, new Map())
  expect(corrector.unknownIn([['box:read_only', 'bx:read'], ['bx:read']])).toEqual(['bx:read'])
})

test.each([
  ['a slip of the pen', 'boxx:read_only', 'box:read_only'],
  ['an old spelling', 'box:view', 'box:read_only'],
  ['a part of a level', 'box:write', 'box:read_write'],
  ['a part of two levels, of which the lowest is taken', 'box:read', 'box:read_only'],
  ['a part of two levels, of which the family has one', 'stamp:read', 'stamp:read_write'],
])('%s means the scope that it is like', (_, scope, meant) => {
  expect(corrected([scope])).toEqual({
    sets: [[meant]],
    note: `\`${scope}\` is no scope; this one is like it.`,
  })
})

test('what is right beside it stays, and a scope stands once in a set', () => {
  expect(corrected(['gift:read_only', 'boxx:read_only', 'box:read_only'])?.sets).toEqual([
    ['gift:read_only', 'box:read_only'],
  ])
})

test('a scope unlike any means that of its level which the operation needed so far', () => {
  const entries = { [KEY]: { id: 'a', declared: 'gift:read_only', recorded: 'box:read_only' } }
  expect(corrected(['parcels:read_write'], { entries })).toEqual({
    sets: [['box:read_write']],
    note: '`parcels:read_write` is no scope; this one is taken from what was needed so far.',
  })
})

test('or else that of the operation whose path goes along with it the furthest', () => {
  const declared = {
    'GET /gifts': needs('gift:read_only'),
    'GET /boxes/{boxId}': needs('box:read_only'),
    'GET /boxes': needs('stamp:read_write'),
  }
  expect(corrected(['parcels:read_only'], { declared })).toEqual({
    sets: [['box:read_only']],
    note: '`parcels:read_only` is no scope; this one is taken from GET /boxes/{boxId}.',
  })
})

test('of operations that are as near, one that needs that very level tells', () => {
  const declared = {
    'GET /boxes/{boxId}/a': needs('gift:read_only'),
    'GET /boxes/{boxId}/b': needs('box:read_write'),
  }
  expect(corrected(['parcels:read_write'], { declared })?.sets).toEqual([['box:read_write']])
})

test('an operation whose path has nothing in common with it tells nothing', () => {
  expect(
    corrected(['parcels:read_only'], { declared: { 'GET /gifts': needs('gift:read_only') } }),
  ).toBeUndefined()
})

test('where nothing is like it, the older declaration is kept, if it was right', () => {
  const entries = { [KEY]: { id: 'a', declared: 'box:read_only' } }
  expect(corrected(['what-is:this'], { entries })).toEqual({
    sets: [['box:read_only']],
    note: '`what-is:this` is no scope; the older declaration is kept.',
  })
  expect(
    corrected(['what-is:this'], { entries: { [KEY]: { id: 'a', declared: 'no:scope' } } }),
  ).toBeUndefined()
  expect(corrected(['what-is:this'])).toBeUndefined()
})

const acmeScopes: ScopesDocument = parse(acme.scopes)

test('nothing is taken for the scope that means everything, unless it is written', () => {
  const corrector = new Corrector(acmeScopes, {}, new Map())
  expect(corrector.unknownIn([['*', '**']])).toEqual(['**'])
  expect(corrector.meaning('**', undefined)).toBeUndefined()
  expect(corrector.correct('GET /boxes', [['**']], undefined)).toBeUndefined()
  expect(corrector.correct('GET /boxes', [['**']], { id: 'x', declared: 'box:read' })?.sets).toEqual([
    ['box:read'],
  ])
})

test('what an operation needs is taken from its own section, whatever the version before it', () => {
  const entries = { 'GET /v1/boxes': { id: 'x', declared: 'box:read' } }
  const corrector = new Corrector(acmeScopes, entries, new Map())
  expect(corrector.meaning('zebra:write', 'PUT /v2/boxes/{id}')?.scope).toBe('box:write')
  expect(corrector.meaning('zebra:write', 'PUT /v1/gifts')).toBeUndefined()
})

test('what an operation will need is evidence for its neighbours, and what the server answered wins', () => {
  const entries = { 'GET /boxes': { id: 'x', auth: 'pat', recorded: 'gift_card:read' } } as const
  const meaning = (scope?: string) => {
    const declared = scope && ({ auth: 'scoped', anyOf: [[scope]] } as const)
    const known = new Map(declared ? [['GET /boxes', declared]] : [])
    return new Corrector(acmeScopes, entries, known).meaning('zebra:write', 'PUT /boxes')?.scope
  }
  expect([meaning(), meaning('box:read'), meaning('zebra:read')]).toEqual([
    undefined,
    'gift_card:write',
    'gift_card:write',
  ])
})
