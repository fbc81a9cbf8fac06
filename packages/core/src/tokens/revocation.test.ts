// Ending a token: what is sent, and what counts as ended.
import { expect, test } from 'vitest'
import {
  accessToken,
  clientAnswered,
  clientSecret,
  json,
  publicClientAnswered,
  secrets,
  text,
} from '../client/client.fixture.js'
import { failure } from '../errors/safe.fixture.js'
import { OAuthToken } from './oauth-token.js'

test('C28 C3 a confidential client revokes with its secret and a hint', async () => {
  const { client, sent } = clientAnswered([json({})])
  expect(await client.expireToken(accessToken)).toBe(true)
  expect(sent[0]).toMatchObject({ url: 'https://login.linode.com/oauth/revoke', init: { method: 'POST' } })
  expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
    client_id: 'c11e47',
    client_secret: clientSecret,
    token: accessToken,
    token_type_hint: 'access_token',
  })
})

test('C28 a public client revokes with its id alone', async () => {
  const { client, sent } = publicClientAnswered(json({}))
  await client.expireToken(new OAuthToken({ accessToken, scopes: [] }))
  expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({ client_id: 'c11e47', token: accessToken })
})

test('the legacy endpoint is there by option', async () => {
  const { client, sent } = clientAnswered([json({})])
  expect(await client.expireToken(accessToken, { legacy: true })).toBe(true)
  expect(sent[0]?.url).toBe('https://login.linode.com/oauth/token/expire')
  expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
    client_id: 'c11e47',
    client_secret: clientSecret,
    token: accessToken,
  })
})

test('C29 status 200 is success, and its body isn’t waited for', async () => {
  const endless = new ReadableStream({ pull: () => new Promise(() => {}) })
  for (const answer of [
    text('not json', 'text/html'),
    json({ error: 'x' }),
    text(endless, 'application/json'),
    text(null, ''),
  ]) {
    expect(await clientAnswered([answer]).client.expireToken(accessToken)).toBe(true)
  }
})

test.each([false, true])('C30 status 503 means that the token still lives (legacy: %j)', async (legacy) => {
  const answer = json(
    { error: 'temporarily_unavailable' },
    { status: 503, headers: { 'retry-after': '120' } },
  )
  const { client, sent } = clientAnswered([answer])
  const error = await failure(client.expireToken(accessToken, { legacy }), secrets)
  expect(error).toMatchObject({
    name: 'ServerError',
    code: 'token_still_valid',
    status: 503,
    retryAfter: 120_000,
  })
  expect(error.message).toMatch(/ The token still lives: try again later\.$/)
  expect(sent).toHaveLength(1)
})

test.each([
  [400, 'unsupported_token_type', 'unsupported_token_type'],
  [401, 'invalid_client', 'invalid_client'],
  [500, 'server_error', 'unavailable'],
])('status %i is told', async (status, error, code) => {
  const { client } = clientAnswered([json({ error }, { status })])
  expect(await failure(client.expireToken(accessToken), secrets)).toMatchObject({
    operation: 'revoke',
    status,
    code,
  })
})

test.each([204, 302])('status %i is no success', async (status) => {
  const { client } = clientAnswered([text(null, '', { status })])
  expect(await failure(client.expireToken(accessToken))).toMatchObject({
    name: 'InvalidResponseError',
    status,
  })
})

test.each(['', 'a\nb', 'é'])('C13 %j is no token to revoke', async (token) => {
  const { client, sent } = clientAnswered([json({})])
  expect(await failure(client.expireToken(token))).toMatchObject({
    name: 'ConfigurationError',
    option: 'token',
  })
  expect(sent).toHaveLength(0)
})
