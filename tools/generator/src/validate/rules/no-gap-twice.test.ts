import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('no two gaps of a path have one name', async () => {
  const twice = "GET /boxes/{id}/lids/{id}: { declared: 'box:read', id: get-lid }"
  expect(await faultsAfter(['operations', 'GET /me:', `${twice}\n  GET /me:`])).toEqual([
    'GET /boxes/{id}/lids/{id}: "{id}" stands more than once in this path: rename all of them but one',
  ])
})

test('gaps of other names, or of two paths, may stand beside each other', async () => {
  const others =
    "GET /boxes/{id}/lids/{lidId}: { declared: 'box:read', id: a }\n  GET /lids/{id}: { declared: 'box:read', id: b }"
  expect(await faultsAfter(['operations', 'GET /me:', `${others}\n  GET /me:`])).toEqual([])
})
