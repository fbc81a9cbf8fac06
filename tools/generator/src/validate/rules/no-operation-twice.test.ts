import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

test('two operations must not differ in the names of their gaps only', async () => {
  const again = "GET /boxes/{id}: { declared: 'box:read', id: get-again }"
  expect(await faultsAfter(['operations', 'GET /me:', `${again}\n  GET /me:`])).toEqual([
    'GET /boxes/{id}: this is the same operation as "GET /boxes/{boxId}": keep one of the two',
  ])
})

test('another method, or a word in place of a gap, makes another operation', async () => {
  const others =
    "DELETE /boxes/{id}: { declared: 'box:read', id: a }\n  GET /boxes/id: { declared: 'box:read', id: b }"
  expect(await faultsAfter(['operations', 'GET /me:', `${others}\n  GET /me:`])).toEqual([])
})
