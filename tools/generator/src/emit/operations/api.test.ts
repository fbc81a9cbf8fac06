import { expect, test } from 'vitest'
import { acme } from '../../spec/acme.fixture.js'
import { emitted } from '../model.fixture.js'
import { api } from './api.js'

async function textFrom(endpoints: string): Promise<string> {
  const { 'client/generated/api.ts': text = '' } = await emitted(api, { ...acme, endpoints })
  return text
}

/** The same API, with refusals of another form. */
function refusing(refusal: string): string {
  return acme.endpoints.replace('  errors:\n    invalid_token', `  refusal: ${refusal}\n$&`)
}

test('a client knows where the API begins, its headers and how it refuses', async () => {
  const text = await textFrom(acme.endpoints)
  expect(text).toContain("export const apiBasePath = '/v1'\n")
  expect(text).toContain(
    "export const scopeHeaders = { granted: 'X-Granted', accepted: 'X-Needed' } as const\n",
  )
  expect(text).toContain("  insufficientScope: { status: 403, reason: 'Too little' },\n")
  expect(text).toContain("  invalidToken: { status: 401, reason: 'Bad token' },\n")
  expect(text).toContain("export const reasonPlace = ['error'] as const\n")
})

test('the reason is found at any depth of a refusal, and comes with the words around it', async () => {
  const text = await textFrom(refusing('{ ok: false, errors: [Refused, { code: x, why: "No: {reason}" }] }'))
  expect(text).toContain("export const reasonPlace = ['errors', 1, 'why'] as const\n")
  expect(text).toContain("  invalidToken: { status: 401, reason: 'No: Bad token' },\n")
})

test('a refusal without a reason has no place for it', async () => {
  const text = await textFrom(refusing('{ ok: false }'))
  expect(text).toContain('export const reasonPlace = [] as const\n')
  expect(text).toContain("  invalidToken: { status: 401, reason: 'Bad token' },\n")
})
