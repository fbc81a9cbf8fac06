import { expect, test } from 'vitest'
import { acmeWithFragment } from '../../spec/acme.fixture.js'
import { emitted } from '../model.fixture.js'
import { messages } from './messages.js'

const PATH = 'client/generated/messages.ts'

test('a request has the parameters that a caller fills in, without the constants', async () => {
  const { [PATH]: text } = await emitted(messages)
  expect(text).toContain(`
/**
 * Token endpoint, code. Gives a token for a code.
 *
 * Source: RFC 6749 §4.1.3.
 */
export interface ExchangeRequest {
  /** Who asks. */
  readonly clientId: string
  /** The code. Secret. */
  readonly code: string
}
`)
})

test('an answer has its fields, and says which may be left out', async () => {
  const { [PATH]: text } = await emitted(messages)
  expect(text).toContain(`export interface TokenResponse {
  /** The token. Secret. */
  readonly accessToken: string
  /** How it is used. */
  readonly tokenType: 'bearer'
  /** How long it lives. */
  readonly expiresIn?: number | undefined
  /** The next one. Secret. */
  readonly refreshToken?: string | undefined
  /** What was granted. */
  readonly scope?: string | undefined
}
`)
})

test('an endpoint that is asked nothing has no type', async () => {
  expect((await emitted(messages))[PATH]).not.toContain('LeaveRequest')
})

test('an answer that only a fragment holds has no type: no client reads it', async () => {
  const { [PATH]: text } = await emitted(messages, acmeWithFragment)
  expect(text).toContain('export interface AuthorizationResponse {')
  expect(text).not.toContain('ImplicitResponse')
})
