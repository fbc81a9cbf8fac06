import { expect, test } from 'vitest'
import { judgeScopes, partsOf, scopesOf } from './judge-scopes.js'
import { documentOf, needs, operation, scopes } from './plan.fixture.js'

const none = { families: new Map(), levels: new Map(), unlike: [], misspelt: [] }

/** What is judged of scopes that a document lists. */
function judged(...listed: readonly string[]) {
  return judgeScopes(documentOf([], ...listed), scopes)
}

test('scopes that the spec knows are neither new nor misspelt', () => {
  expect(judged('box:read', 'offline', '*', 'stamp:read')).toEqual(none)
})

test('two levels make a family, lowest first, even one that is called almost like another', () => {
  expect(judged('box2:write', 'box2:read')).toEqual({
    ...none,
    families: new Map([['box2', ['read', 'write']]]),
  })
})

test('one level makes a family where it is listed and no other family is called like it', () => {
  expect(judged('rocket:write')).toEqual({ ...none, families: new Map([['rocket', ['write']]]) })
  expect(judged('bxo:write')).toEqual({ ...none, misspelt: ['bxo:write'] })
  const asked = documentOf([operation('GET /rockets', needs('rocket:write'))])
  expect(judgeScopes(asked, scopes)).toEqual({ ...none, misspelt: ['rocket:write'] })
})

test('two levels that are only asked for make no family that is called like another, nor one that the server denies', () => {
  const of = (family: string) => [
    operation('GET /a', needs(`${family}:read`)),
    operation('PUT /a', needs(`${family}:write`)),
  ]
  expect(judgeScopes(documentOf(of('boxx')), scopes).families).toEqual(new Map())
  expect([...judgeScopes(documentOf(of('rocket')), scopes).families.keys()]).toEqual(['rocket'])
  expect(judgeScopes(documentOf(of('rocket')), scopes, [])).toEqual({
    ...none,
    misspelt: ['rocket:read', 'rocket:write'],
  })
})

test('a level that a family does not have so far is new', () => {
  expect(judged('stamp:write')).toEqual({ ...none, levels: new Map([['stamp', ['write']]]) })
})

test.each([
  ['without a level', 'rocket'],
  ['of a level that there is not', 'rocket:fly'],
  ['of a family that the spec could not hold', 'Rocket:read'],
])('a scope %s is new where it is listed, and misspelt where it is only asked for', (_, scope) => {
  expect(judged(scope)).toEqual({ ...none, unlike: [scope] })
  const asked = documentOf([operation('GET /rockets', needs(scope))])
  expect(judgeScopes(asked, scopes)).toEqual({ ...none, misspelt: [scope] })
})

test('a level that there is not is a slip where one is called almost like it, in a family that is new as well', () => {
  expect(judged('box:raed', 'box:fly')).toEqual({ ...none, unlike: ['box:fly'], misspelt: ['box:raed'] })
  const families = new Map([['rocket', ['read', 'write']]])
  expect(judged('rocket:read', 'rocket:write', 'rocket:wriet', 'rocket:launch')).toEqual({
    ...none,
    families,
    unlike: ['rocket:launch'],
    misspelt: ['rocket:wriet'],
  })
})

test('an old name is no new family, however many levels show', () => {
  const { families } = judged('crate:read', 'crate:write')
  expect(families).toEqual(new Map())
})

test('the scopes of a document are those it lists, then those that only operations ask for, each once', () => {
  const operations = [
    operation('GET /a', needs('box:write', 'box:read')),
    operation('GET /b', { auth: 'none' }),
    operation('GET /c', needs('box:write')),
  ]
  expect([...scopesOf(documentOf(operations, 'offline', 'box:read'))]).toEqual([
    'offline',
    'box:read',
    'box:write',
  ])
})

test('the halves of a scope are told apart at its last colon', () => {
  expect(partsOf('box:read', scopes)).toEqual({ family: 'box', level: 'read' })
  expect(partsOf('big:box:read', scopes)).toBeUndefined()
  expect(partsOf('box:constructor', scopes)).toBeUndefined()
})
