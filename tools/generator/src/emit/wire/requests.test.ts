import { expect, test } from 'vitest'
import { emitted } from '../model.fixture.js'
import { requests } from './requests.js'

const PATH = 'server/generated/requests.ts'

test('a server checks the constants of a request and reads the rest', async () => {
  const { [PATH]: text } = await emitted(requests)
  expect(text).toContain(`export function decodeExchangeRequest(fields: Fields): ExchangeRequest {
  fields.optional(oneOf('authorization_code'), 'grant_type')
  return {
    clientId: fields.required(visibleText, 'client_id'),
    code: fields.required(visibleText, 'code'),
  }
}
`)
  expect(text).toContain("  fields.required(oneOf('refresh_token'), 'grant_type')\n")
})

test('types and checks come from the wire of the house', async () => {
  expect((await emitted(requests))[PATH]).toMatch(
    /^import \{[^}]*type AuthorizeRequest,[^}]*type Fields,[^}]*\} from '..\/..\/client\/internal.js'\n/,
  )
})
