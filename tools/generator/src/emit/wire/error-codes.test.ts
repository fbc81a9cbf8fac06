import { expect, test } from 'vitest'
import { emitted } from '../model.fixture.js'
import { errorCodes } from './error-codes.js'

test('the error codes are a type, and a list to look a code up in', async () => {
  const { 'client/generated/error-codes.ts': text } = await emitted(errorCodes)
  expect(text).toContain("export type OAuthErrorCode = 'invalid_request' | 'invalid_grant'\n")
  expect(text).toContain(
    "export const oauthErrorCodes: readonly OAuthErrorCode[] = ['invalid_request', 'invalid_grant']\n",
  )
})
