// Token answers with a field that can't be accepted. A new refresh token in one is kept,
// since the old one may be void.
import { InvalidResponseError } from '@linode-login/node'
import { describe, expect, test } from 'vitest'
import { startServer } from '../hostile-server.fixture.js'
import { held, refusal, tokenCalls } from '../refusal.fixture.js'
import { newAccessToken, newRefreshToken, refreshToken } from '../secrets/secrets.fixture.js'
import { answer, json, token, tokenAnswer } from './answers.fixture.js'

/** JSON as it stands, with a member put in front and one behind. */
const around = (front: string, behind: string): string =>
  `{${front}${JSON.stringify(tokenAnswer).slice(1, -1)}${behind}}`

const badFields: readonly [string, object][] = [
  ['A15 C10 no access token', { access_token: undefined }],
  ['A15 an access token of nothing', { access_token: '' }],
  ['A15 a number for an access token', { access_token: 5 }],
  ['A15 null for an access token', { access_token: null }],
  ['A17 C13 CR LF in the access token', { access_token: `${newAccessToken}\r\nX-Evil: 1` }],
  ['A17 C13 LF at its end', { access_token: `${newAccessToken}\n` }],
  ['A17 C13 NUL in it', { access_token: `a\0${newAccessToken}` }],
  ['A17 C13 a letter beyond ASCII in it', { access_token: `é${newAccessToken}` }],
  ['C13 a space in it', { access_token: `a ${newAccessToken}` }],
  ['C13 a character that no bearer token has', { access_token: `a"${newAccessToken}` }],
  ['A18 C10 no token type', { token_type: undefined }],
  ['A18 C10 the type mac', { token_type: 'mac' }],
  ['A18 C10 a list of types', { token_type: ['bearer'] }],
  ['A18 C10 a type that only looks like bearer', { token_type: 'bearer ' }],
  ['A19 C11 a lifetime of -1', { expires_in: -1 }],
  ['A19 C11 a lifetime of "3600abc"', { expires_in: '3600abc' }],
  ['A19 C11 a lifetime of 1e308', { expires_in: 1e308 }],
  ['A19 C11 null for a lifetime', { expires_in: null }],
  ['A19 C11 an object for a lifetime', { expires_in: {} }],
  ['A19 C11 half a second', { expires_in: 0.5 }],
  ['A39 scope and scopes that disagree', { scope: 'linodes:read_only', scopes: 'linodes:*' }],
  ['A39 scope of nothing, scopes of all', { scope: '', scopes: '*' }],
  ['a list of scopes', { scope: ['linodes:*'], scopes: undefined }],
]

describe.each(tokenCalls)('%s', (call) => {
  test.each(badFields)('%s is refused, and A36 the new refresh token kept', async (_, fields) => {
    await using server = await startServer(token(fields))
    const error = await refusal(server, InvalidResponseError, 'invalid_field', { call })
    expect(error.revealRefreshToken()).toBe(newRefreshToken)
  })

  test.each([
    [
      'A36 JSON that is called a page',
      json(tokenAnswer, { headers: { 'Content-Type': 'text/html' } }),
      'not_json',
    ],
    ['A36 an error beside it', token({ error: 'server_error' }), 'error_in_success'],
  ])('%s loses no new refresh token', async (_, answering, code) => {
    await using server = await startServer(answering)
    const error = await refusal(server, InvalidResponseError, code, { call })
    expect(error.revealRefreshToken()).toBe(newRefreshToken)
  })

  test.each([
    ['1e400, which JSON reads as infinite', around('', '').replace('7200', '1e400')],
    ['NaN', around('', '').replace('7200', 'NaN')],
  ])('A19 C11 a lifetime of %s is refused', async (_, body) => {
    await using server = await startServer(answer(body))
    await refusal(server, InvalidResponseError, body.includes('NaN') ? 'not_json' : 'invalid_field', { call })
  })

  test.each([
    ['an object', {}],
    ['a list', [newRefreshToken]],
    ['a number', 5],
    ['true', true],
    ['a text with a line break (A17 C13)', `${newRefreshToken}\r\n`],
  ])('A16 a refresh token that is %s is refused, and none is kept', async (_, bad) => {
    await using server = await startServer(token({ refresh_token: bad }))
    const error = await refusal(server, InvalidResponseError, 'invalid_field', { call })
    expect(error.revealRefreshToken()).toBeUndefined()
  })

  test.each([
    ['access_token', `"access_token":"${'a'.repeat(64)}",`],
    ['access_token, spelt with an escape', `"access\\u005ftoken":"${'a'.repeat(64)}",`],
    ['access_token, with the same value', `"access_token":"${newAccessToken}",`],
    ['token_type', '"token_type":"bearer",'],
    ['expires_in', '"expires_in":1,'],
    ['scope', '"scope":"*",'],
  ])('A13 %s twice is refused', async (_, front) => {
    await using server = await startServer(answer(around(front, '')))
    const error = await refusal(server, InvalidResponseError, 'invalid_field', { call })
    expect(error.revealRefreshToken()).toBe(newRefreshToken)
  })

  test.each([
    ['with two values', `"refresh_token":"${refreshToken}",`],
    ['with the same value', `"refresh_token":"${newRefreshToken}",`],
    ['once as null', '"refresh_token":null,'],
  ])('A42 refresh_token twice, %s: refused, and none of them is believed', async (_, front) => {
    await using server = await startServer(answer(around(front, '')))
    const error = await refusal(server, InvalidResponseError, 'invalid_field', { call })
    expect(error.revealRefreshToken()).toBeUndefined()
    expect(held.refreshToken).toBe(refreshToken)
  })
})
