// Answers that make no token, and what is kept of them.
import { expect, test } from 'vitest'
import {
  type Answering,
  accessToken,
  clientAnswered,
  json,
  refreshToken,
  secrets,
  text,
  tokenAnswer,
} from '../client/client.fixture.js'
import { InvalidResponseError } from '../errors/errors.js'
import { failure } from '../errors/safe.fixture.js'
import { answer, held, newRefreshToken, refreshed } from './answers.fixture.js'

test.each<[string, string, Record<string, unknown>]>([
  ['C10 A18', 'token_type', { token_type: 'mac' }],
  ['C10 A18', 'token_type', { token_type: undefined }],
  ['C10 A18', 'token_type', { token_type: 'bearer ' }],
  ['C10 A15', 'access_token', { access_token: undefined }],
  ['A15', 'access_token', { access_token: '' }],
  ['A15', 'access_token', { access_token: 12 }],
  ['A15', 'access_token', { access_token: null }],
  ['C13 A17', 'access_token', { access_token: `${accessToken}\r\nx` }],
  ['C13 A17', 'access_token', { access_token: `${accessToken}\u0000` }],
  ['C13', 'access_token', { access_token: `${accessToken}é` }],
  ['C11 A19', 'expires_in', { expires_in: -1 }],
  ['C11 A19', 'expires_in', { expires_in: '3600abc' }],
  ['C11 A19', 'expires_in', { expires_in: 1e308 }],
  ['C11 A19', 'expires_in', { expires_in: null }],
  ['C11 A19', 'expires_in', { expires_in: {} }],
  ['A39', 'scopes', { scope: 'linodes:*', scopes: 'domains:*' }],
  ['A13', 'scope', { scope: 5, scopes: undefined }],
])('%s a bad %s is refused: %j; a new refresh token is kept, hidden', async (_ids, field, changes) => {
  const { client, sent } = clientAnswered([answer({ ...changes, refresh_token: newRefreshToken })])
  const error = await failure(client.refreshOAuthToken(held), [...secrets, newRefreshToken])
  expect(error).toMatchObject({
    name: 'InvalidResponseError',
    code: 'invalid_field',
    operation: 'refresh',
    status: 200,
  })
  expect(error.message).toContain(` ${field} `)
  expect(InvalidResponseError.is(error) && error.revealRefreshToken()).toBe(newRefreshToken)
  expect(sent).toHaveLength(1)
})

test.each<[string, unknown]>([
  ['A16', {}],
  ['A16', ['x']],
  ['A16', 7],
  ['A17', `${refreshToken}\r\n`],
])('%s a refresh token of %j is refused', async (_ids, value) => {
  const error = await failure(refreshed(answer({ refresh_token: value })), secrets)
  expect(error).toMatchObject({ name: 'InvalidResponseError', code: 'invalid_field' })
  expect(InvalidResponseError.is(error) && error.revealRefreshToken()).toBeUndefined()
})

test.each([
  ['A13', `{"access_token":"x",${JSON.stringify(tokenAnswer).slice(1)}`, refreshToken],
  ['A13', `{"access\\u005ftoken":"x",${JSON.stringify(tokenAnswer).slice(1)}`, refreshToken],
  ['A13', `{"scope":"","${JSON.stringify(tokenAnswer).slice(2)}`, refreshToken],
  ['A13 A42', `{"refresh_token":"x",${JSON.stringify(tokenAnswer).slice(1)}`, undefined],
])('%s a key twice is refused: %j', async (_ids, body, salvaged) => {
  const error = await failure(refreshed(text(body, 'application/json')), secrets)
  expect(error).toMatchObject({ code: 'invalid_field' })
  expect(InvalidResponseError.is(error) && error.revealRefreshToken()).toBe(salvaged)
})

test.each<[string, string, Answering]>([
  ['A10', 'HTML with 200', text('<html>Welcome</html>', 'text/html')],
  ['A11', 'JSON called text/html', text(JSON.stringify(tokenAnswer), 'text/html')],
  ['A11', 'JSON called nothing', () => new Response(new TextEncoder().encode(JSON.stringify(tokenAnswer)))],
  ['A11', 'JSON called a bit of JSON', text(JSON.stringify(tokenAnswer), 'application/jsonp')],
  ['A11', 'JSON called the end of JSON', text(JSON.stringify(tokenAnswer), 'x-application/json')],
  ['A12', 'an array', json([tokenAnswer])],
  ['A12', 'null', json(null)],
  ['A12', 'a text', json('token')],
  ['A12', 'nothing', text('', 'application/json')],
  ['A24', 'half a body', text(JSON.stringify(tokenAnswer).slice(0, -2), 'application/json')],
])('%s %s is refused', async (_ids, _what, answering) => {
  const error = await failure(refreshed(answering), secrets)
  expect(error).toMatchObject({ name: 'InvalidResponseError', code: 'not_json', status: 200 })
})

test('A10 A11 A36 what came in place of JSON is told, and whether a new refresh token is to be kept', async () => {
  const page = await failure(refreshed(text('<p>', 'text/html; charset=utf-8')), secrets)
  expect(page.message).toBe(
    'The refresh request was answered with a body that is no JSON object and is called text/html; charset=utf-8.',
  )
  const renamed = await failure(refreshed(text(JSON.stringify(tokenAnswer), `x/${refreshToken}`)), secrets)
  expect(renamed.message).toBe(
    'The refresh request was answered with JSON that is called x/[hidden]. It holds a new refresh token: keep revealRefreshToken().',
  )
  const nameless = () => new Response(new TextEncoder().encode('{}'))
  expect((await failure(refreshed(nameless))).message).toContain('JSON that is called nothing.')
})

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'Application/JSON',
  'application/hal+json',
])('JSON may be called %s', async (type) => {
  expect((await refreshed(text(JSON.stringify(tokenAnswer), type))).accessToken).toBe(accessToken)
})

test('A14 __proto__ and constructor in an answer change nothing', async () => {
  const body = `{"__proto__":{"access_token":"evil","scope":"*"},"constructor":{"prototype":{"x":1}},${JSON.stringify(tokenAnswer).slice(1)}`
  expect((await refreshed(text(body, 'application/json'))).scopes).toEqual(['linodes:read_only'])
  const without = '{"__proto__":{"access_token":"evil","token_type":"bearer"},"token_type":"bearer"}'
  expect(await failure(refreshed(text(without, 'application/json')))).toMatchObject({ code: 'invalid_field' })
  expect('access_token' in {}).toBe(false)
})

test('A20 an error under 200 is no token, whatever stands beside it', async () => {
  const alone = await failure(refreshed(json({ error: 'invalid_grant' })))
  expect(alone).toMatchObject({ name: 'InvalidResponseError', code: 'error_in_success' })
  expect(InvalidResponseError.is(alone) && alone.revealRefreshToken()).toBeUndefined()
  const beside = await failure(refreshed(answer({ error: 'invalid_grant' })), secrets)
  expect(InvalidResponseError.is(beside) && beside.revealRefreshToken()).toBe(refreshToken)
  expect(await failure(refreshed(json({ error: { code: 1 } })))).toMatchObject({ code: 'error_in_success' })
})

test('A36 scopes that no token can hold are refused, and the new refresh token is kept', async () => {
  const scope = `${Array.from({ length: 8 }, (_, at) => `${at}${'x'.repeat(8 * 1024 - 3)}`).join(' ')} linodes`
  expect(scope.length).toBeLessThanOrEqual(64 * 1024)
  const work = refreshed(answer({ scope, scopes: undefined, refresh_token: newRefreshToken }))
  const error = await failure(work, [...secrets, newRefreshToken])
  expect(error).toMatchObject({ name: 'InvalidResponseError', code: 'invalid_field', operation: 'refresh' })
  expect(InvalidResponseError.is(error) && error.revealRefreshToken()).toBe(newRefreshToken)
})

test.each([
  [204, null],
  [206, JSON.stringify(tokenAnswer)],
  [201, JSON.stringify(tokenAnswer)],
  [202, JSON.stringify(tokenAnswer)],
])('A35 status %i is no success', async (status, body) => {
  const error = await failure(refreshed(text(body, 'application/json', { status })), secrets)
  expect(error).toMatchObject({ name: 'InvalidResponseError', code: 'unexpected_status', status })
})
