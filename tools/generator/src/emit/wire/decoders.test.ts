import { expect, test } from 'vitest'
import { acmeWithFragment } from '../../spec/acme.fixture.js'
import { emitted } from '../model.fixture.js'
import { decoders } from './decoders.js'

const PATH = 'client/generated/decoders.ts'

test('an answer is read field by field, each by its check and under all its names', async () => {
  const { [PATH]: text } = await emitted(decoders)
  expect(text).toContain(`
/**
 * Reads {@link TokenResponse}. What it doesn't name is ignored.
 *
 * @throws FieldError at the first field that can't be accepted.
 */
export function decodeTokenResponse(fields: Fields): TokenResponse {
  return {
    accessToken: fields.required(bearerToken, 'access_token'),
    tokenType: fields.required(oneOfIgnoringCase('bearer'), 'token_type'),
    expiresIn: fields.optional(seconds, 'expires_in'),
    refreshToken: fields.nullable(bearerToken, 'refresh_token'),
    scope: fields.optional(scopeText, 'scope', 'scopes'),
  }
}
`)
})

test('only the checks that are used are imported', async () => {
  expect((await emitted(decoders))[PATH]?.split('\n', 1)[0]).toBe(
    "import { bearerToken, oneOfIgnoringCase, scopeText, seconds, visibleText } from '../wire/checks.js'",
  )
})

test('an answer that only a fragment holds is not read', async () => {
  expect((await emitted(decoders, acmeWithFragment))[PATH]).not.toContain('ImplicitResponse')
})
