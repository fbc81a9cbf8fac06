import { expect, test } from 'vitest'
import { emitted } from './model.fixture.js'
import { operations } from './operations.js'

test('each operation says what holds, by method and path', async () => {
  const { 'client/generated/operations.ts': text } = await emitted(operations)
  expect(text).toContain(`export const operations = {
  'GET /boxes': [['box:read']],
  'POST /boxes': [['box:write']],
  'GET /boxes/{boxId}': [['box:read']],
  'POST /gifts': [['box:write', 'gift_card:write'], ['*']],
  'GET /open': 'none',
  'GET /quiet': 'any_token',
  'GET /me': 'any_token',
  'GET /mine': 'pat',
} as const
`)
})
