import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

const cases = [
  ['two families', ['scopes', 'name: GiftCards', 'name: Boxes'], 'Boxes', '"box"'],
  ['a former family and a family', ['scopes', 'name: Crates', 'name: Boxes'], 'Boxes', '"box"'],
  ['a scope and the wildcard', ['scopes', 'name: all', 'name: offline'], 'offline', '"offline"'],
  [
    'a scope and its neighbours by hand',
    ['scopes', 'name: all', 'name: parse'],
    'parse',
    'a neighbour of the scopes',
  ],
  ['two levels', ['scopes', 'name: readWrite', 'name: readOnly'], 'readOnly', '"read"'],
] as const

test.each(cases)('%s can not share a name', async (_, edit, name, owner) => {
  const advice =
    owner === 'a neighbour of the scopes' ? 'choose another name' : 'give one of them another name'
  expect(await faultsAfter(edit)).toEqual([
    `${name}: in code ${owner} is called "${name}" already, as this would be: ${advice}`,
  ])
})

test('two families can not share a file', async () => {
  const [fault] = await faultsAfter(['scopes', '  stamp:', '  gift.card:'])
  expect(fault).toBe(
    'gift.card: in code "gift_card" is called "gift-card" already, as this would be: ' +
      'give one of them another name',
  )
})

test('nor can a family and a former one that keeps its name', async () => {
  const [fault] = await faultsAfter(['scopes', '  crate: {', '  gift.card: {'])
  expect(fault).toContain('gift.card: in code "gift_card" is called "gift-card" already')
})

test('parameters and fields that differ in underscores only can not stand side by side', async () => {
  expect(await faultsAfter(['endpoints', '      max_age:', '      client__id:'])).toEqual([
    'client__id: in code "client_id" is called "clientId" already, as this would be: give one of them another name',
  ])
})

test('a message can not be called like the type of a request or a type by hand', async () => {
  const asRequest = ['endpoints', '  authorization_response:', '  authorize_request:'] as const
  expect(
    await faultsAfter(asRequest, [
      'endpoints',
      'redirect: authorization_response',
      'redirect: authorize_request',
    ]),
  ).toEqual([
    'authorize_request: in code "authorize" is called "AuthorizeRequest" already, as this would be: ' +
      'give one of them another name',
  ])
  const asFields = ['endpoints', '  authorization_response:', '  fields:'] as const
  expect(
    await faultsAfter(asFields, ['endpoints', 'redirect: authorization_response', 'redirect: fields']),
  ).toEqual([
    'fields: in code a neighbour of the messages is called "Fields" already, as this would be: choose another name',
  ])
})
