import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

const cases = [
  ['two families', ['scopes', 'name: GiftCards', 'name: Boxes'], 'Boxes', 'the scopes', 'families.box'],
  [
    'a former family and a family',
    ['scopes', 'name: Crates', 'name: Boxes'],
    'Boxes',
    'the scopes',
    'families.box',
  ],
  [
    'a scope and the wildcard',
    ['scopes', 'name: all', 'name: offline'],
    'offline',
    'the scopes',
    'scopes.offline',
  ],
  [
    'a scope and its neighbours by hand',
    ['scopes', 'name: all', 'name: parse'],
    'parse',
    'the scopes',
    'the code around it',
  ],
  ['two levels', ['scopes', 'name: readWrite', 'name: readOnly'], 'readOnly', 'the levels', 'levels.read'],
] as const

test.each(cases)('%s can not share a name', async (_, edit, name, room, owner) => {
  const advice = owner === 'the code around it' ? 'choose another name' : 'give one of them another name'
  expect(await faultsAfter(edit)).toEqual([
    `${name}: in code this is called "${name}" among ${room}, as is ${owner}: ${advice}`,
  ])
})

test('two families can not share a file', async () => {
  const [fault] = await faultsAfter(['scopes', '  stamp:', '  gift.card:'])
  expect(fault).toBe(
    'gift.card: in code this is called "gift-card" among the files of families, as is families.gift_card: ' +
      'give one of them another name',
  )
})

test('parameters and fields that differ in underscores only can not stand side by side', async () => {
  expect(await faultsAfter(['endpoints', '      max_age:', '      client__id:'])).toEqual([
    'client__id: in code this is called "clientId" among the parameters of authorize, as is ' +
      'endpoints.authorize.parameters.client_id: give one of them another name',
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
    'authorize_request: in code this is called "AuthorizeRequest" among the messages, as is endpoints.authorize: ' +
      'give one of them another name',
  ])
  const asFields = ['endpoints', '  authorization_response:', '  fields:'] as const
  expect(
    await faultsAfter(asFields, ['endpoints', 'redirect: authorization_response', 'redirect: fields']),
  ).toEqual([
    'fields: in code this is called "Fields" among the messages, as is the code around it: choose another name',
  ])
})
