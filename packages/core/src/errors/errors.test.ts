// The tree of errors: how they are told apart, and that they show no secret.
import { inspect } from 'node:util'
import { expect, expectTypeOf, test } from 'vitest'
import type { CallbackErrorCode, LinodeLoginErrorCode } from './error-codes.js'
import {
  CallbackError,
  ConfigurationError,
  InvalidResponseError,
  LinodeLoginError,
  LoginRequiredError,
  NetworkError,
  ScopeError,
  ServerError,
  TokenFormatError,
} from './errors.js'
import { shownOf } from './safe.fixture.js'

const message = 'It went wrong.'
const errors = [
  new ConfigurationError('timeout', 'milliseconds'),
  new CallbackError({ code: 'state_unknown', operation: 'authorize', message }),
  new ServerError({ code: 'rejected', operation: 'exchange', message, status: 400 }),
  new InvalidResponseError({ code: 'not_json', operation: 'exchange', message, status: 200 }),
  new NetworkError({ code: 'timeout', operation: 'refresh', message, sent: 'maybe' }),
  new ScopeError({ code: 'malformed', operation: 'read-scopes', message }),
  new TokenFormatError({ code: 'malformed', operation: 'read-token', message }),
  new LoginRequiredError({ code: 'no_refresh_token', operation: 'refresh', message }),
]
const classes = [
  ConfigurationError,
  CallbackError,
  ServerError,
  InvalidResponseError,
  NetworkError,
  ScopeError,
  TokenFormatError,
  LoginRequiredError,
]

test.each(errors)('$name is a LinodeLoginError of one class', (error) => {
  expect(error).toBeInstanceOf(Error)
  expect(error).toBeInstanceOf(LinodeLoginError)
  expect(LinodeLoginError.is(error)).toBe(true)
  expect(classes.filter((one) => Reflect.apply(one.is, one, [error])).map((one) => one.kind)).toEqual([
    error.name,
  ])
  expect(error.stack).toContain(`${error.name}: ${error.message}`)
})

const secondCopy: string = './errors.js?copy'

test('an error is known across two copies of this package', async () => {
  const copy: typeof import('./errors.js') = await import(secondCopy)
  const foreign = new copy.NetworkError({ code: 'timeout', operation: 'refresh', message, sent: 'maybe' })
  expect(foreign).not.toBeInstanceOf(LinodeLoginError)
  expect(LinodeLoginError.is(foreign)).toBe(true)
  expect(NetworkError.is(foreign) && foreign.sent).toBe('maybe')
  expect(ServerError.is(foreign)).toBe(false)
})

test.each([undefined, null, 'text', 5, {}, new Error('other'), { name: 'NetworkError' }])(
  '%o is none',
  (value) => {
    expect(LinodeLoginError.is(value)).toBe(false)
    expect(NetworkError.is(value)).toBe(false)
  },
)

test('an error’s class tells its fields', () => {
  const error: unknown = errors[0]
  if (LinodeLoginError.is(error)) expectTypeOf(error.code).toEqualTypeOf<LinodeLoginErrorCode>()
  if (NetworkError.is(error)) expectTypeOf(error.sent).toEqualTypeOf<'no' | 'maybe'>()
  if (CallbackError.is(error)) expectTypeOf(error.code).toEqualTypeOf<CallbackErrorCode>()
})

test('a cause is there, and is a copy without secrets', () => {
  const cause = Object.assign(new Error('sent the body s3cr3t'), { code: 'EPIPE', body: 's3cr3t' })
  const error = new NetworkError({
    code: 'failed',
    operation: 'refresh',
    message,
    sent: 'maybe',
    cause,
    secrets: ['s3cr3t'],
  })
  expect(error.cause).toMatchObject({ message: 'sent the body [hidden]', code: 'EPIPE' })
  expect(shownOf(error)).not.toContain('s3cr3t')
  expect('cause' in new NetworkError({ code: 'failed', operation: 'refresh', message, sent: 'maybe' })).toBe(
    false,
  )
})

test('C17 A36 the refresh token of a bad answer comes out when it is asked for, and shows nowhere', () => {
  const error = new InvalidResponseError({
    code: 'invalid_field',
    operation: 'refresh',
    message,
    status: 200,
    refreshToken: 't0ken',
  })
  expect(error.revealRefreshToken()).toBe('t0ken')
  expect(shownOf(error)).not.toContain('t0ken')
  expect(JSON.stringify({ ...error })).not.toContain('t0ken')
  expect(inspect(error)).toMatch(/^InvalidResponseError: It went wrong\.\n/)
  expect(inspect(error)).toContain("code: 'invalid_field'")
})
