import { expect, test } from 'vitest'
import { scopesOf } from '../../diff/picture/picture-of-scopes.js'
import type { Access } from '../../model/operation-model.js'
import { readScopes } from '../../model/read-scopes.js'
import { asksForLess } from './asks-for-less.js'
import { scopes } from './plan.fixture.js'

const pictured = { scopes: scopesOf(readScopes(scopes)) }

const oneOf = (...anyOf: readonly (readonly string[])[]): Access => ({ auth: 'scoped', anyOf })
const write = oneOf(['box:write'])
const [none, any, pat] = (['none', 'any_token', 'pat'] as const).map((auth): Access => ({ auth })) as [
  Access,
  Access,
  Access,
]

test.each<[string, Access, Access]>([
  ['a scope below', write, oneOf(['box:read'])],
  ['one scope fewer', oneOf(['box:read', 'gift_card:read']), oneOf(['gift_card:read'])],
  ['one more way', write, oneOf(['box:write'], ['gift_card:read'])],
  ['any token', write, any],
  ['no token', write, none],
  ['no token where any would do', any, none],
  ['no token where a personal one was needed', pat, none],
])('%s is less', (_, before, now) => {
  expect(asksForLess(now, before, pictured)).toBe(true)
  expect(asksForLess(before, now, pictured)).toBe(false)
})

test.each<[string, Access, Access]>([
  ['the same', write, write],
  ['what comes to the same', write, oneOf(['box:write', 'box:read'])],
  ['something else', write, oneOf(['gift_card:write'])],
  ['another kind of call', pat, write],
])('%s is not less', (_, before, now) => {
  expect(asksForLess(now, before, pictured)).toBe(false)
  expect(asksForLess(before, now, pictured)).toBe(false)
})
