// Servers that don't come to an end. The deadline is for the whole request, on real timers, so a clock that
// stands still changes nothing.
import { setImmediate as turn } from 'node:timers/promises'
import { NetworkError, ServerError } from '@linode-login/node'
import { FakeClock } from '@linode-login/testing'
import { describe, expect, test } from 'vitest'
import { drip, raw, silence, token, tokenAnswer } from '../answers/answers.fixture.js'
import { type Answering, type HostileServer, startServer } from '../hostile-server.fixture.js'
import { allCalls, calls, clientOf, refusal, tokenCalls } from '../refusal.fixture.js'
import { rejection, safe } from '../secrets/safety.fixture.js'
import { outOfTime, timeout } from './out-of-time.fixture.js'

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n'

/** Whether a server has a request, and its answer has come so far. */
function hasSent(server: HostileServer, bytes: number): () => boolean {
  return () => server.received.length > 0 && server.bytesSent() >= bytes
}

describe.each(allCalls)('%s', (call) => {
  test.each<[string, number, Answering]>([
    ['A5 N4 silence', 0, silence],
    ['A5 a status line and no more', 17, ({ socket }) => void socket?.write('HTTP/1.1 200 OK\r\n')],
    ['A6 a head that drips', 5, ({ socket }) => drip((piece) => socket?.write(piece), head)],
  ])('%s ends with the timeout', async (_, bytes, answering) => {
    await using server = await startServer(answering)
    const clock = new FakeClock()
    const error = await outOfTime(hasSent(server, bytes), () =>
      refusal(server, NetworkError, 'timeout', { call, timeout, clock }),
    )
    expect(error.sent).toBe('maybe')
  })
})

describe.each(tokenCalls)('%s', (call) => {
  test.each<[string, number, Answering]>([
    ['A5 a head and no body', head.length, ({ socket }) => void socket?.write(head)],
    [
      'A5 all of the body but its last byte',
      head.length + 499,
      ({ socket }) => void socket?.write(head + ' '.repeat(499)),
    ],
    [
      'A6 a body that drips',
      head.length + 50,
      (response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' })
        drip((piece) => response.write(piece), JSON.stringify(tokenAnswer))
      },
    ],
  ])('%s ends with the timeout', async (_, bytes, answering) => {
    await using server = await startServer(answering)
    const error = await outOfTime(hasSent(server, bytes), () =>
      refusal(server, NetworkError, 'timeout', { call, timeout }),
    )
    expect(error.sent).toBe('maybe')
  })

  test("A5 A6 an error's status counts, even if its body never ends", async () => {
    await using server = await startServer((response) => {
      response.writeHead(400, { 'Content-Type': 'application/json' })
      drip((piece) => response.write(piece), JSON.stringify({ error: 'invalid_grant' }).repeat(20))
    })
    const error = await outOfTime(hasSent(server, 1), () =>
      refusal(server, ServerError, 'rejected', { call, timeout }),
    )
    expect(error.status).toBe(400)
  })

  test('N14 a server that goes on to process the request after the deadline is asked once', async () => {
    let process: () => void = () => expect.fail('the server was never asked')
    await using server = await startServer((response, request) => {
      process = () => token()(response, request)
    })
    const error = await outOfTime(hasSent(server, 0), () =>
      refusal(server, NetworkError, 'timeout', { call, timeout }),
    )
    expect(error.sent).toBe('maybe')
    process()
    await turn()
    expect(server.received).toHaveLength(1)
  })

  test('N7 a half-open connection: it was kept alive, and then nobody reads from it', async () => {
    await using server = await startServer((response, request) => {
      if (server.received.length === 1) {
        token()(response, request)
        response.socket?.pause()
      }
    })
    await calls[call](clientOf(server))
    // The connection is free again.
    await turn()
    const error = safe(await rejection(calls[call](clientOf(server, { timeout: 200 }))))
    expect(error).toMatchObject({ code: 'timeout', sent: 'maybe' })
    expect([server.received.length, server.connections]).toEqual([1, 1])
  })

  test('N7 a half-open connection: the server hangs up its half, and reads on', async () => {
    await using server = await startServer(raw(''))
    const error = await refusal(server, NetworkError, 'failed', { call })
    expect(error.sent).toBe('maybe')
  })
})
