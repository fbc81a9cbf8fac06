// Servers that don't come to an end. The deadline is for the whole request, on real timers, so a clock that stands
// still changes nothing.
import { setTimeout as sleep } from 'node:timers/promises'
import { NetworkError, ServerError } from '@linode-login/node'
import { FakeClock } from '@linode-login/testing'
import { describe, expect, test, vi } from 'vitest'
import { drip, raw, silence, token, tokenAnswer } from './answers.fixture.js'
import { type Answering, startServer } from './hostile-server.fixture.js'
import { allCalls, calls, clientOf, refusal, tokenCalls } from './refusal.fixture.js'
import { rejection, safe } from './safety.fixture.js'

const timeout = 200
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n'

describe.each(allCalls)('%s', (call) => {
  test.each<[string, Answering]>([
    ['A5 N4 silence', silence],
    ['A5 a status line and no more', ({ socket }) => void socket?.write('HTTP/1.1 200 OK\r\n')],
    ['A6 a head that drips', ({ socket }) => drip((piece) => socket?.write(piece), head)],
  ])('%s ends with the timeout', async (_, answering) => {
    await using server = await startServer(answering)
    const clock = new FakeClock()
    const error = await refusal(server, NetworkError, 'timeout', { call, timeout, clock })
    expect(error.sent).toBe('maybe')
  })
})

describe.each(tokenCalls)('%s', (call) => {
  test.each<[string, Answering]>([
    ['A5 a head and no body', ({ socket }) => void socket?.write(head)],
    ['A5 all of the body but its last byte', ({ socket }) => void socket?.write(head + ' '.repeat(499))],
    [
      'A6 a body that drips',
      (response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' })
        drip((piece) => response.write(piece), JSON.stringify(tokenAnswer))
      },
    ],
  ])('%s ends with the timeout', async (_, answering) => {
    await using server = await startServer(answering)
    const error = await refusal(server, NetworkError, 'timeout', { call, timeout })
    expect(error.sent).toBe('maybe')
  })

  test("A5 A6 an error's status counts, even if its body never ends", async () => {
    await using server = await startServer((response) => {
      response.writeHead(400, { 'Content-Type': 'application/json' })
      drip((piece) => response.write(piece), JSON.stringify({ error: 'invalid_grant' }).repeat(20))
    })
    const error = await refusal(server, ServerError, 'rejected', { call, timeout })
    expect(error.status).toBe(400)
  })

  test('N14 a server that goes on to process the request after the deadline is asked once', async () => {
    let processed = 0
    await using server = await startServer((response, request) => {
      setTimeout(() => {
        processed += 1
        token()(response, request)
      }, timeout * 2)
    })
    const error = await refusal(server, NetworkError, 'timeout', { call, timeout })
    expect([error.sent, processed]).toEqual(['maybe', 0])
    await vi.waitFor(() => expect(processed).toBe(1))
    expect(server.received).toHaveLength(1)
  })

  test('N7 a half-open connection: it was kept alive, and then nobody reads from it', async () => {
    await using server = await startServer((response, request) => {
      if (server.received.length === 1) {
        token()(response, request)
        response.socket?.pause()
      }
    })
    const client = clientOf(server, { timeout })
    await calls[call](client)
    await sleep(50)
    const error = safe(await rejection(calls[call](client)))
    expect(error).toMatchObject({ code: 'timeout', sent: 'maybe' })
    expect([server.received.length, server.connections]).toEqual([1, 1])
  })

  test('N7 a half-open connection: the server hangs up its half, and reads on', async () => {
    await using server = await startServer(raw(''))
    const error = await refusal(server, NetworkError, 'failed', { call })
    expect(error.sent).toBe('maybe')
  })
})
