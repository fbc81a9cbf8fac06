import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

const advice =
  'give each request to this path a parameter with a "const" of its own; at most one may be "assumed"'

test('requests to one path need constants that differ', async () => {
  expect(await faultsAfter(['endpoints', 'const: refresh_token', 'const: authorization_code'])).toEqual([
    `refresh: POST /token with grant_type=authorization_code is already "exchange": ${advice}`,
  ])
})

test('only one of them can be meant when the parameter is left out', async () => {
  expect(
    await faultsAfter(['endpoints', 'const: refresh_token', 'const: refresh_token, assumed: true']),
  ).toEqual([`refresh: POST /token with no grant_type is already "exchange": ${advice}`])
})

test('requests to one path need a constant', async () => {
  expect(await faultsAfter(['endpoints', 'path: /leave', 'path: /authorize'])).toEqual([
    `leave: nothing tells this request from others to GET /authorize: ${advice}`,
  ])
})
