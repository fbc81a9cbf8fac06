import { expect, test } from 'vitest'
import { emitted } from './model.fixture.js'
import { operations } from './operations.js'

test('each operation has its id and says what holds, by method and path', async () => {
  const { 'client/generated/operations.ts': text } = await emitted(operations)
  expect(text).toContain(`export const operations = {
  'GET /boxes': ['list-boxes', [['box:read']]],
  'POST /boxes': ['post-box', [['box:write']]],
  'GET /boxes/{boxId}': ['get-box', [['box:read']]],
  'POST /gifts': ['post-gift', [['box:write', 'gift_card:write'], ['*']]],
  'GET /open': ['get-open', 'none'],
  'GET /quiet': ['get-quiet', 'any_token'],
  'GET /me': ['get-me', 'any_token'],
  'GET /mine': ['get-mine', 'pat'],
} as const
`)
})
