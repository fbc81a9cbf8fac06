import { expect, test } from 'vitest'
import { type Edit, faultsAfter } from '../faults.fixture.js'

const oneStatus: Edit = ['endpoints', 'status: 403, reason: Too', 'status: 401, reason: Too']
const oneReason: Edit = ['endpoints', 'reason: Too little', 'reason: Bad token']
const refusal = (body: string): Edit => [
  'endpoints',
  '  errors:\n    invalid_t',
  `  refusal: ${body}\n  errors:\n    invalid_t`,
]

test('a dead token and one that lacks a scope are told apart by status or reason', async () => {
  expect(await faultsAfter(oneStatus)).toEqual([])
  expect(await faultsAfter(oneReason)).toEqual([])
  expect(await faultsAfter(oneStatus, oneReason)).toEqual([
    'Bad token: status 401 with this reason means a dead token as well: write what the API answers where a scope is lacking',
  ])
})

test('a reason tells nothing where the body does not hold it', async () => {
  expect(await faultsAfter(oneStatus, refusal('{ ok: false, errors: [{ text: "{reason}" }] }'))).toEqual([])
  expect(await faultsAfter(refusal('{ ok: false }'))).toEqual([])
  expect(await faultsAfter(oneStatus, refusal('{ ok: false, errors: [{ text: No. }] }'))).toEqual([
    'refusal: no text of it is the reason, and status 401 means a dead token as well as one that lacks a scope: write "{reason}" where the reason stands',
  ])
})

test.each(['X-Granted', 'x-granted'])(
  'the scopes of a token and of a call do not both stand in %s',
  async (name) => {
    expect(await faultsAfter(['endpoints', 'X-Needed', name])).toEqual([
      `${name}: this header holds the scopes of the token, and can't hold those that a call needs: write the name of the other header`,
    ])
  },
)
