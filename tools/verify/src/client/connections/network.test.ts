// Connections that fail: before anything was sent, when it is safe to try again, and
// after, when nobody knows.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { type ClientOptions, LinodeLoginClient, NetworkError } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { describe, expect, test } from 'vitest'
import { makeAuthority, signServer } from '../../node/certificates.fixture.js'
import { raw, reset, silence, token } from '../answers/answers.fixture.js'
import { type Answering, startServer } from '../hostile-server.fixture.js'
import { allCalls, type CallName, calls, clientOf, refusal } from '../refusal.fixture.js'
import { rejection, safe } from '../secrets/safety.fixture.js'
import { outOfTime, timeout } from './out-of-time.fixture.js'

/** What a call fails with where no server counts requests. */
async function failure(
  call: CallName,
  url: string,
  options: Partial<ClientOptions> = {},
): Promise<NetworkError> {
  const error = safe(await rejection(calls[call](clientOf({ url }, options))))
  if (!(error instanceof NetworkError)) throw error
  expect(error.operation).toBe(call)
  return error
}

async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  return `http://127.0.0.1:${address.port}`
}

test('N1 a client that forgot the fake’s address is told where its fetch leads', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = new LinodeLoginClient({ clientId: 'c1d2', fetch: login.fetch })
  const led = `login.fetch reaches ${login.url} and ${login.apiUrl}, not https://login.linode.com`
  expect(await rejection(client.refreshOAuthToken('a1b2c3'))).toMatchObject({
    code: 'failed',
    message: expect.stringContaining(`(${led};`),
  })
})

describe.each(allCalls)('%s', (call) => {
  test('N1 a name that nobody knows: not sent', async () => {
    expect(await failure(call, 'https://name.invalid')).toMatchObject({ code: 'failed', sent: 'no' })
  })

  test('N1 a connection that nobody takes: not sent', async () => {
    expect(await failure(call, await closedPort())).toMatchObject({ code: 'failed', sent: 'no' })
  })

  test.each([1, 6000, 10080])('N1 a port that fetch never asks, %i: not sent', async (port) => {
    expect(await failure(call, `http://127.0.0.1:${port}`)).toMatchObject({ code: 'failed', sent: 'no' })
  })

  test('N1 N5 C18 a certificate that no known authority vouches for: not sent', async () => {
    const authority = await makeAuthority('Nobody')
    const certificate = await signServer(authority, '127.0.0.1')
    await using server = await startServer(token(), { certificate })
    expect(await failure(call, server.url)).toMatchObject({ code: 'failed', sent: 'no' })
    expect(server.received).toHaveLength(0)
  })

  test('N1 a server that only speaks an outdated TLS: not sent', async () => {
    const certificate = await signServer(await makeAuthority('Nobody'), '127.0.0.1')
    const tls = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    await using server = await startServer(token(), { certificate, tls })
    expect(await failure(call, server.url)).toMatchObject({ code: 'failed', sent: 'no' })
    expect(server.received).toHaveLength(0)
  })

  test('N9 a caller who left before: not sent', async () => {
    await using server = await startServer(token())
    const error = safe(await rejection(calls[call](clientOf(server), AbortSignal.abort())))
    expect(error).toMatchObject({ code: 'cancelled', sent: 'no' })
    expect(server.connections).toBe(0)
  })

  test('a caller who leaves while the server thinks: may have been received', async () => {
    const controller = new AbortController()
    await using server = await startServer(() => controller.abort())
    const error = safe(await rejection(calls[call](clientOf(server), controller.signal)))
    expect(error).toMatchObject({ code: 'cancelled', sent: 'maybe' })
    expect(server.received).toHaveLength(1)
  })

  test.each<[string, Answering]>([
    ['N3 a reset', reset],
    ['N3 a hang-up', raw('')],
    [
      'N3 a reset within the head',
      ({ socket }) => void socket?.write('HTTP/1.1 200', () => socket.resetAndDestroy()),
    ],
    ['an answer that is not HTTP', raw('220 mail.example ESMTP\r\n')],
    ['a header with NUL in it', raw('HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n')],
    ['two lengths', raw('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}')],
    ['a head of 1 MB', raw(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`)],
    [
      'another protocol',
      raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    ],
  ])('%s after sending: may have been received, and is not sent again', async (_, answering) => {
    await using server = await startServer(answering)
    const error = await refusal(server, NetworkError, 'failed', { call })
    expect(error.sent).toBe('maybe')
    expect(server.connections).toBe(1)
  })

  test('N2 a reset on a connection that was used before: may have been received, and is not sent again', async () => {
    await using server = await startServer((response, request) => {
      const answering = server.received.length === 1 ? token() : reset
      answering(response, request)
    })
    await calls.exchange(clientOf(server))
    await turn()
    const error = await refusal(server, NetworkError, 'failed', { call })
    expect(error.sent).toBe('maybe')
    expect(server.connections).toBe(1)
  })

  test('N2 a used connection that closes as the request comes is not replaced by another', async () => {
    await using server = await startServer((response, request) => {
      const { socket } = response
      token()(response, request)
      socket?.once('data', () => socket.destroy())
    })
    await calls.exchange(clientOf(server))
    await turn()
    expect(await failure(call, server.url)).toMatchObject({ code: 'failed', sent: 'maybe' })
    expect([server.received.length, server.connections]).toEqual([2, 1])
  })

  test('a connection that is reset at once is not opened again', async () => {
    await using server = await startServer(silence, { onConnection: (socket) => socket.resetAndDestroy() })
    expect((await failure(call, server.url)).code).toBe('failed')
    expect(server.connections).toBe(1)
  })

  test('hints without end and no answer end with the timeout', async () => {
    await using server = await startServer(({ socket }) => {
      const hint = 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'
      const timer = setInterval(() => socket?.write(hint.repeat(20)), 5)
      socket?.on('close', () => clearInterval(timer))
    })
    const error = await outOfTime(
      () => server.bytesSent() > 10_000,
      () => refusal(server, NetworkError, 'timeout', { call, timeout }),
    )
    expect(error.sent).toBe('maybe')
  })
})
