/**
 * Tests that fail on purpose over what holds secrets. A test runner of their own runs
 * them: see test-runner.test.ts.
 */
import { InvalidResponseError, OAuthToken } from '@linode-login/node'
import { expect, test } from 'vitest'
import { held } from '../refusal.fixture.js'
import { newAccessToken, newRefreshToken } from './secrets.fixture.js'

const other = new OAuthToken({
  accessToken: newAccessToken,
  refreshToken: newRefreshToken,
  scopes: ['domains:read_only'],
})
const badAnswer = (): InvalidResponseError =>
  new InvalidResponseError({
    code: 'invalid_field',
    operation: 'refresh',
    message: 'An answer that was wrong.',
    status: 200,
    refreshToken: newRefreshToken,
  })

class Talkative extends Error {
  get refreshToken(): string {
    return 'what a getter tells'
  }
}

test('throws an error that hides nothing, so that the check can fail', () => {
  throw new Talkative('and says so')
})

test('throws an error that holds a refresh token', () => {
  throw badAnswer()
})

test('throws an error with a token on it', () => {
  throw Object.assign(new Error('with a token'), { token: held, list: [held, badAnswer()] })
})

test('throws an error with errors behind it', () => {
  throw new AggregateError([badAnswer(), Object.assign(new Error('inner'), { held })], 'many', {
    cause: badAnswer(),
  })
})

test('throws a token', () => {
  throw held
})

test('rejects with an error', () => expect(Promise.reject(badAnswer())).resolves.toBe(held))

test('an error is not a token', () => {
  expect(badAnswer()).toEqual(held)
})

test('toEqual', () => {
  expect(held).toEqual(other)
})

test('toStrictEqual, far below', () => {
  expect({ list: [{ held }], map: new Map([['token', held]]) }).toStrictEqual({
    list: [{ held: other }],
    map: new Map([['token', other]]),
  })
})

test('toBe', () => {
  expect(held).toBe(other)
})

test('toMatchObject', () => {
  expect({ held, error: badAnswer() }).toMatchObject({ held: other, error: held })
})

test('toMatchInlineSnapshot', () => {
  expect({ held, error: badAnswer() }).toMatchInlineSnapshot('another')
})

test('toThrow', () => {
  expect(() => {
    throw badAnswer()
  }).toThrow(TypeError)
})

test('toContain', () => {
  expect([other, badAnswer()]).toContain(held)
})

test('prints', () => {
  console.log(held, badAnswer(), { held })
  console.error('%o %O %s %j', held, held, held, held)
  console.dir({ held, error: badAnswer() }, { showHidden: true, depth: null })
  expect.fail('printed')
})
