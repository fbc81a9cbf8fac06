// Ending a token: what counts as ended, and what the caller learns where it is not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LinodeLoginClient, NetworkError, ServerError } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { describe, expect, test } from 'vitest'
import { makeAuthority, signServer } from '../../node/certificates.fixture.js'
import { answer, drip, json, silence } from '../answers/answers.fixture.js'
import { outOfTime, timeout } from '../connections/out-of-time.fixture.js'
import { type Answering, startServer } from '../hostile-server.fixture.js'
import { calls, clientOf, refusal } from '../refusal.fixture.js'
import { rejection, safe } from '../secrets/safety.fixture.js'
import { accessToken, clientId, clientSecret, newAccessToken } from '../secrets/secrets.fixture.js'
import { fakeClientOf, loginThatCameBack } from './comes-back.fixture.js'

describe.each(['revoke', 'expire'] as const)('%s', (call) => {
  test.each<[string, Answering]>([
    ['nothing', answer('')],
    ['an object', json({})],
    ['an error', json({ error: 'invalid_grant', error_description: newAccessToken })],
    ['a page', answer('<html>', { headers: { 'Content-Type': 'text/html' } })],
    ['bytes that are not UTF-8', answer(Buffer.from([0xff, 0xfe]))],
    ['bytes that are not in their encoding', answer('x', { headers: { 'Content-Encoding': 'gzip, br' } })],
    [
      'a body that drips',
      (response) => {
        response.writeHead(200)
        drip((piece) => response.write(piece), 'x'.repeat(10_000))
      },
    ],
    [
      'a body that is cut short',
      ({ socket }) => void socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{'),
    ],
  ])('C29 200 is success, whatever the body: %s', async (_, answering) => {
    await using server = await startServer(answering)
    expect(await calls[call](clientOf(server))).toBe(true)
    expect(server.received).toHaveLength(1)
  })

  test('C30 503: the token still lives, and the caller learns it and when to come again', async () => {
    await using server = await startServer(json({}, { status: 503, headers: { 'Retry-After': '30' } }))
    const error = await refusal(server, ServerError, 'token_still_valid', { call })
    expect(error).toMatchObject({ status: 503, retryAfter: 30_000 })
    expect(error.message).toContain('still lives')
  })

  test('C30 the server that refuses otherwise, and the one that never answers, are told apart from it', async () => {
    await using server = await startServer(json({}, { status: 500 }))
    await refusal(server, ServerError, 'unavailable', { call })
    await using silent = await startServer(silence)
    const error = await outOfTime(
      () => silent.received.length > 0,
      () => refusal(silent, NetworkError, 'timeout', { call, timeout }),
    )
    expect(error.sent).toBe('maybe')
  })
})

test('C29 S13 a token that the server never gave, or that has ended, counts as ended', async () => {
  await using login = await FakeLogin.start()
  const { client, pending, callback } = await loginThatCameBack(login)
  expect(await client.expireToken(accessToken)).toBe(true)
  const token = await client.completeLogin(callback, { pending })
  expect(await client.expireToken(token)).toBe(true)
  expect(await client.expireToken(token)).toBe(true)
  expect(await client.expireToken(token, { legacy: true })).toBe(true)
})

test("C28 S13 nobody ends another client's token, and nobody without its secret a confidential client's", async () => {
  await using login = await FakeLogin.start()
  const { client, pending, callback } = await loginThatCameBack(login)
  const token = await client.completeLogin(callback, { pending })
  const stranger = fakeClientOf(login)
  expect(safe(await rejection(stranger.expireToken(token))).code).toBe('invalid_grant')
  const clientId = String(login.requests.all('exchange').at(-1)?.parameters['client_id'])
  for (const clientSecret of [undefined, 'guessed']) {
    const impostor = clientOf(login, { clientId, clientSecret })
    expect(safe(await rejection(impostor.expireToken(token))).code).toBe('invalid_client')
  }
  await expect(client.refreshOAuthToken(token)).resolves.toBeDefined()
})

test('C28 revocation goes over https', async () => {
  const authority = await makeAuthority('Ours')
  const certificate = await signServer(authority, '127.0.0.1')
  await using server = await startServer(json({}), { certificate })
  const folder = await mkdtemp(join(tmpdir(), 'linode-login-'))
  const caPath = join(folder, 'ours.pem')
  await writeFile(caPath, authority.cert)
  const trusting = new LinodeLoginClient({ clientId, clientSecret, baseUrl: server.url, caPath })
  await rm(folder, { recursive: true })

  expect(server.url).toMatch(/^https:/)
  expect(await trusting.expireToken(accessToken)).toBe(true)
  expect(await trusting.expireToken(accessToken, { legacy: true })).toBe(true)
  expect(server.received.map(({ method, url, form }) => [method, url, Object.fromEntries(form)])).toEqual([
    [
      'POST',
      '/oauth/revoke',
      {
        client_id: clientId,
        client_secret: clientSecret,
        token: accessToken,
        token_type_hint: 'access_token',
      },
    ],
    ['POST', '/oauth/token/expire', { client_id: clientId, client_secret: clientSecret, token: accessToken }],
  ])

  // And to nobody else: neither to a server that nobody vouches for, nor without TLS.
  const error = safe(await rejection(clientOf(server).expireToken(accessToken)))
  expect(error).toMatchObject({ code: 'failed', sent: 'no' })
  expect(server.received).toHaveLength(2)
  expect(() => clientOf({ url: 'http://login.example' })).toThrow('https')
})
