import { expect, test } from 'vitest'
import { acme, partlyRetired } from '../../spec/acme.fixture.js'
import { gitHub } from '../../spec/providers.fixture.js'
import { jsonOf, modelFrom } from '../model.fixture.js'
import { scopesDocument } from './scopes-document.js'

const documentOf = async (spec = acme) => jsonOf(scopesDocument, await modelFrom(spec))

test('each scope has all that it includes, those in other families and single ones too', async () => {
  const { scopes, wildcard } = await documentOf()
  expect(scopes['gift_card:write']).toEqual({
    title: 'Gift cards: change',
    description: 'Send gift cards.',
    includes: ['gift_card:read', 'box:read'],
  })
  expect(scopes['offline'].includes).toEqual(['box:read'])
  const { [wildcard]: everything, ...others } = scopes
  expect(everything.includes.toSorted()).toEqual(Object.keys(others).sort())
})

test('a family has its levels, and what was once one leads to it', async () => {
  const { families, formerFamilies } = await documentOf()
  expect(families.gift_card).toEqual({
    title: 'Gift cards',
    things: 'your gift cards',
    note: 'They are sent by post.',
    levels: { read: 'gift_card:read', write: 'gift_card:write' },
  })
  expect(formerFamilies).toEqual({ crate: { into: 'box' }, parcel: { into: 'box' } })
})

test('every spelling that is read leads to its scope, or to none', async () => {
  const { aliases } = await documentOf()
  expect(aliases).toMatchObject({
    box: 'box:write',
    'box:view': 'box:read',
    crate: 'box:write',
    'crate:read': 'box:read',
    'parcel:view': 'box:read',
    forever: 'offline',
    none: '',
    'box:none': '',
  })
})

test('what is retired says so, a whole family or a level of one', async () => {
  const retired = { declared: '1.0.0', removed: '2.0.0' }
  const { scopes, families } = await documentOf()
  expect([scopes['stamp:read'].retired, families.stamp.retired]).toEqual([retired, retired])
  expect(scopes['box:read']).not.toHaveProperty('retired')
  const partly = await documentOf(partlyRetired)
  expect(partly.scopes['gift_card:read'].retired).toEqual({ removed: '2.0.0' })
  expect(partly.families.gift_card).not.toHaveProperty('retired')
})

test('a provider without families and wildcard has its scopes alone', async () => {
  const { families, wildcard, scopes, separators } = await documentOf(gitHub)
  expect([families, wildcard]).toEqual([{}, undefined])
  expect(Object.keys(scopes)).toContain('repo')
  expect(separators.answer).toBe(',')
})
