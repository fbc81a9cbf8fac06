import { expect, test } from 'vitest'
import { faultsAfter } from '../../faults.fixture.js'

const advice = 'choose a name that begins with a letter and is no word of the language'

test('a word of the language can not be the name of a scope or a level', async () => {
  expect(await faultsAfter(['scopes', 'name: offline', 'name: delete'])).toEqual([
    `delete: "delete" can't be the name of a constant in code: ${advice}`,
  ])
  expect(await faultsAfter(['scopes', 'name: readWrite', 'name: new'])).toEqual([
    `new: "new" can't be the name of a constant in code: ${advice}`,
  ])
})

test('a provider whose name begins with a digit has none in code', async () => {
  expect(await faultsAfter(['endpoints', 'name: Acme Cloud', 'name: 1Cloud'])).toEqual([
    `1Cloud: "1Cloud" can't be the name of a constant in code: ${advice}`,
  ])
})

test('a field may have any name', async () => {
  expect(await faultsAfter(['endpoints', '      max_age:', '      return:'])).toEqual([])
})
