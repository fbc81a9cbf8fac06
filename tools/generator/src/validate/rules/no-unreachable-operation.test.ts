import { expect, test } from 'vitest'
import { faultsAfter } from '../faults.fixture.js'

const advice = 'write the scope that opens it today, or take "retired" out'

test('an operation must not need a retired scope', async () => {
  expect(await faultsAfter(['operations', "recorded: 'box:write'", "recorded: 'stamp:read'"])).toEqual([
    `'stamp:read': no new login reaches this operation: "stamp:read" is retired: ${advice}`,
  ])
})

test('of several ways to it, one must be open', async () => {
  const [from, part] = ["[['box:write', 'gift_card:write'], ['*']]", 'operations'] as const
  expect(await faultsAfter([part, from, "[['box:write', 'stamp:read'], ['*']]"])).toEqual([])
  expect(await faultsAfter([part, from, "[['box:write', 'stamp:read'], ['stamp:read']]"])).toHaveLength(1)
})

test('what is declared only, beside a record of what holds, may be retired', async () => {
  expect(
    await faultsAfter([
      'operations',
      "declared: 'box:read', recorded: 'box:write'",
      "declared: 'stamp:read', recorded: 'box:write'",
    ]),
  ).toEqual([])
})
