import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('an operation must not say the base path of the API again', async () => {
  expect(await faultsAfter(['operations', 'GET /me:', 'GET /v1/me:'])).toEqual([
    'GET /v1/me: "/v1" stands before every path, and here once more: write "GET /me"',
  ])
})

test('a segment that only begins like the base path, or stands further in, is no base path', async () => {
  const others = 'GET /v10/me: { auth: none, id: a }\n  GET /boxes/v1/me: { auth: none, id: b }'
  expect(await faultsAfter(['operations', 'GET /me:', `${others}\n  GET /me:`])).toEqual([])
})

test('where there is no base path, a path may begin with a version', async () => {
  const edits = [
    ['endpoints', 'basePath: /v1', 'basePath: ""'],
    ['operations', 'GET /me:', 'GET /v1/me:'],
  ] as const
  expect(await faultsAfter(...edits)).toEqual([])
})
