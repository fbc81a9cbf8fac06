import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import { emitted } from '../model.fixture.js'
import { operations } from './operations.js'

test('each path is a line with its calls, what it shares with the line before left out', async () => {
  const { 'client/generated/operations.ts': text } = await emitted(operations)
  expect(text).toContain(`export const operationMethods: Readonly<Record<string, string>> = {
  G: 'GET',
  P: 'POST',
}
`)
  expect(text).toContain(`export const operationNeeds = [
  [['box:read']],
  [['box:write', 'gift_card:write'], ['*']],
  [['box:write']],
  'any_token',
  'none',
  'pat',
] as const
`)
  expect(text).toContain(`export const operationLines: readonly string[] = [
  '/boxes G0:list-boxes P2-box',
  '//{boxId} G0-box',
  '/gifts P1-gift',
  '/open G4-open',
  '/quiet G3-quiet',
  '/me G3-me',
  '/mine G5-mine',
]
`)
})

test('names are types: those for a personal access token only apart from the others', async () => {
  const { 'client/generated/operations.ts': text } = await emitted(operations)
  expect(text).toContain("export type PersonalTokenOperation = 'GET /mine'\n")
  expect(text).toContain("  | 'GET /me'\n")
  expect(text).toContain("  | 'list-boxes'\n")
  expect(text).toContain("export type PersonalTokenOperationId = 'get-mine'\n")
})

test('without such an operation there is no name of one', async () => {
  const spec = { ...acme, operations: acme.operations.replace(/.*auth: pat.*\n/, '') }
  const { 'client/generated/operations.ts': text } = await emitted(operations, spec)
  expect(text).toContain('export type PersonalTokenOperation = never\n')
  expect(text).toContain('export type PersonalTokenOperationId = never\n')
})
