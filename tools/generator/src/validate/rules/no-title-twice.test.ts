import { expect, test } from 'vitest'
import { type Edit, faultsAfter } from '../faults.fixture.js'

const single = (title: string): Edit => ['scopes', 'name: offline', `name: offline, title: ${title}`]

test.each<[string, Edit, title: string, owner: string]>([
  ['families', ['scopes', 'title: Gift cards', 'title: Boxes'], 'Boxes', 'box'],
  ['a family and the wildcard', ['scopes', 'title: Gift cards', 'title: Everything'], 'Everything', '*'],
  ['a single scope and the wildcard', single('Everything'), 'Everything', '*'],
  ['levels', ['scopes', "'{title}: change'", "'{title}: see'"], "'{title}: see'", 'read'],
  [
    'a family and a part of its page',
    ['scopes', 'title: Gift cards', 'title: Older spellings'],
    'Older spellings',
    'a part of the page of scopes',
  ],
  [
    'endpoints',
    ['endpoints', 'title: Log-out page', 'title: Authorization endpoint'],
    'Authorization endpoint',
    'authorize',
  ],
  [
    'an endpoint and a message',
    ['endpoints', 'title: Log-out page', 'title: TokenResponse'],
    'TokenResponse',
    'token_response',
  ],
])('two titles of %s can not be one', async (_, edit, title, owner) => {
  expect(await faultsAfter(edit)).toEqual([
    `${title}: "${title.replaceAll("'", '')}" is already the title of ${owner}: give one of them another title`,
  ])
})

test.each<[string, Edit, told: string]>([
  [
    'in capitals',
    ['scopes', 'title: Gift cards', 'title: BOXES'],
    'BOXES: "BOXES" is led to by #boxes, as is "Boxes", the title of box',
  ],
  [
    'in dashes and punctuation',
    ['endpoints', 'title: Log-out page', 'title: Token endpoint/-code'],
    'Token endpoint/-code: "Token endpoint/-code" is led to by #token-endpoint-code, as is "Token endpoint, code", the title of exchange',
  ],
  [
    'in a dash alone from a part of the page',
    ['endpoints', 'title: Log-out page', 'title: Error-codes'],
    'Error-codes: "Error-codes" is led to by #error-codes, as is "Error codes", the title of a part of the page of endpoints',
  ],
])('two titles that differ %s lead to one heading', async (_, edit, told) => {
  expect(await faultsAfter(edit)).toEqual([`${told}: give one of them another title`])
})

test('a family that is retired in part has a heading still', async () => {
  expect(
    await faultsAfter(
      ['scopes', 'name: Boxes,', 'name: Boxes, retired: { levels: [read], removed: 2.0.0 },'],
      ['scopes', 'title: Gift cards', 'title: Boxes'],
    ),
  ).toContain('Boxes: "Boxes" is already the title of box: give one of them another title')
})

test('a title may be that of another page, of what is retired, or of what has no heading', async () => {
  expect(await faultsAfter(['scopes', 'title: Gift cards', 'title: Log-out page'])).toEqual([])
  expect(await faultsAfter(['scopes', 'title: Gift cards', 'title: Stamps'])).toEqual([])
  expect(await faultsAfter(single('Boxes'))).toEqual([])
})
