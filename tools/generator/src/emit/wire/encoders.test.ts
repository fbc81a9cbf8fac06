import { expect, test } from 'vitest'
import { emitted } from '../model.fixture.js'
import { encoders } from './encoders.js'

const PATH = 'client/generated/encoders.ts'

test('a request is written under its canonical names, constants among them, numbers as text', async () => {
  const { [PATH]: text } = await emitted(encoders)
  expect(text).toContain(`export function encodeAuthorizeRequest(request: AuthorizeRequest): URLSearchParams {
  return encodeForm([
    ['client_id', request.clientId],
    ['response_type', request.responseType],
    ['scope', request.scope],
    ['max_age', request.maxAge?.toString()],
  ])
}
`)
  expect(text).toContain(`  return encodeForm([
    ['grant_type', 'refresh_token'],
    ['refresh_token', request.refreshToken],
  ])
`)
})

test('what is imported is what is used', async () => {
  const { [PATH]: text } = await emitted(encoders)
  expect(text?.split('\n\n', 1)[0]).toBe(
    "import { encodeForm } from '../wire/form.js'\n" +
      "import type { AuthorizeRequest, ExchangeRequest, RefreshRequest } from './messages.js'",
  )
})
