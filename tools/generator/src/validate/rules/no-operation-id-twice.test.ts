import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('two operations can not share an id', async () => {
  expect(await faultsAfter(['operations', 'id: get-mine', 'id: get-me'])).toEqual([
    'get-me: "get-me" is already the id of GET /me: give one of them another id',
  ])
})
