import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

const advice = 'choose another name'

test('a word of the language can not be the name of a scope or a level', async () => {
  expect(await faultsAfter(['scopes', 'name: offline', 'name: delete'])).toEqual([
    `delete: "delete" can't be the name of a constant in code: ${advice}`,
  ])
  expect(await faultsAfter(['scopes', 'name: readWrite', 'name: new'])).toEqual([
    `new: "new" can't be the name of a constant in code: ${advice}`,
  ])
})

test.each([
  ['scopes', 'name: offline', 'name: toString', 'toString'],
  ['scopes', 'name: readWrite', 'name: constructor', 'constructor'],
  ['endpoints', '      max_age:', '      to_string:', 'to_string'],
  ['endpoints', '      max_age:', '      constructor:', 'constructor'],
  ['endpoints', '  leave:', '  value_of:', 'value_of'],
  ['endpoints', 'name: Acme Cloud', 'name: Constructor', 'Constructor'],
] as const)('in %s, %s can not become %s, which every object has', async (part, from, to, marked) => {
  const [fault, ...others] = await faultsAfter([part, from, to])
  expect(fault).toMatch(new RegExp(`^${marked}: every object has a "\\w+" already: choose another name$`))
  expect(others).toEqual([])
})

test('a provider whose name begins with a digit has none in code', async () => {
  expect(await faultsAfter(['endpoints', 'name: Acme Cloud', 'name: 1Cloud'])).toEqual([
    `1Cloud: "1Cloud" can't be the name of a constant in code: ${advice}`,
  ])
})

test('a field may have any name', async () => {
  expect(await faultsAfter(['endpoints', '      max_age:', '      return:'])).toEqual([])
})
