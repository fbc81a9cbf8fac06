import { expect, test } from 'vitest'
import { emitted } from '../model.fixture.js'
import { serverOperations } from './server-operations.js'

test('a server gets each operation with its id, its path and its sets of scopes', async () => {
  const { 'server/generated/operations.ts': text } = await emitted(serverOperations)
  expect(text).toContain(
    "  { id: 'post-box', method: 'POST', path: '/boxes', auth: 'scoped', anyOf: [['box:write']] },\n",
  )
  expect(text).toContain("  { id: 'get-open', method: 'GET', path: '/open', auth: 'none', anyOf: [] },\n")
  expect(text).toContain("    anyOf: [['box:write', 'gift_card:write'], ['*']],\n")
})
