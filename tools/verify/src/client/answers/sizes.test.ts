// Bodies without end, plain and compressed. The client reads 256 KiB at most of what
// they unpack to, and hangs up.
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'
import { InvalidResponseError, type LinodeLoginError, NetworkError, ServerError } from '@linode-login/node'
import { describe, expect, test, vi } from 'vitest'
import { type Answering, type HostileServer, startServer } from '../hostile-server.fixture.js'
import { calls, clientOf, refusal, tokenCalls } from '../refusal.fixture.js'
import { answer, pour, tokenAnswer } from './answers.fixture.js'

const MEBI = 1024 * 1024

/** What the system itself may take in before anyone reads. */
const BUFFERS = 16 * MEBI

/** Answers with 64 MiB, as fast as it is read, and tells when the connection is gone. */
function flood(status: number, opening = ''): { answering: Answering; gone: () => boolean } {
  let gone = false
  return {
    gone: () => gone,
    answering: (response) => {
      response.on('close', () => {
        gone = true
      })
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.write(opening)
      pour(response, Buffer.alloc(64 * 1024, ' '), 64 * MEBI)
    },
  }
}

/** Fails unless the client hung up long before the end. */
async function expectHungUp(server: HostileServer, gone: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(gone()).toBe(true))
  expect(server.bytesSent()).toBeLessThan(BUFFERS)
}

describe.each(tokenCalls)('%s', (call) => {
  test.each([
    ['of spaces', ''],
    ['that begins with a whole token', JSON.stringify(tokenAnswer)],
    ['in one text', `{"access_token":"`],
  ])('A7 a body of 64 MiB %s is read no further than its limit', async (_, opening) => {
    const { answering, gone } = flood(200, opening)
    await using server = await startServer(answering)
    await refusal(server, InvalidResponseError, 'too_large', { call })
    await expectHungUp(server, gone)
  })

  test("A7 an error's body of 64 MiB neither", async () => {
    const { answering, gone } = flood(400)
    await using server = await startServer(answering)
    await refusal(server, ServerError, 'rejected', { call })
    await expectHungUp(server, gone)
  })

  test('A7 nor that of a redirect', async () => {
    const { answering, gone } = flood(302)
    await using server = await startServer(answering)
    await refusal(server, InvalidResponseError, 'redirected', { call })
    await expectHungUp(server, gone)
  })
})

test.each(['revoke', 'expire'] as const)('A7 C29 %s reads nothing of a body under 200', async (call) => {
  const { answering, gone } = flood(200)
  await using server = await startServer(answering)
  expect(await calls[call](clientOf(server))).toBe(true)
  await expectHungUp(server, gone)
})

/** How much more memory the work took at its highest than before it. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss
  let highest = before
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }, 1)
  await work()
  clearInterval(timer)
  return Math.max(highest, process.memoryUsage().rss) - before
}

const zeros = Buffer.alloc(64 * MEBI)
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
const bombs = [
  // Members one after the other are one gzip body: 1 GiB in 1 MiB.
  ['gzip', () => Buffer.concat(Array(1024).fill(gzipSync(Buffer.alloc(MEBI))))],
  ['deflate', () => deflateSync(zeros)],
  ['br', () => brotliCompressSync(zeros, quick)],
] as const

describe.each(bombs)('%s', (encoding, build) => {
  const bomb = build()

  test.each([
    [200, InvalidResponseError, 'too_large'],
    [400, ServerError, 'rejected'],
  ] as const)(
    'A8 a bomb under status %i is unpacked no further than the limit',
    async (status, kind, code) => {
      await using server = await startServer(
        answer(bomb, { status, headers: { 'Content-Encoding': encoding } }),
      )
      expect(await growth(() => refusal<LinodeLoginError>(server, kind, code))).toBeLessThan(48 * MEBI)
    },
  )
})

test('one encoding is well', async () => {
  const body = gzipSync(JSON.stringify(tokenAnswer))
  await using server = await startServer(answer(body, { headers: { 'Content-Encoding': 'gzip' } }))
  await expect(calls.exchange(clientOf(server))).resolves.toMatchObject({ scopes: ['linodes:read_only'] })
})

test.each<[string, string | string[]]>([
  ['in one header', 'gzip, gzip'],
  ['in two headers', ['gzip', 'gzip']],
  ['of several kinds', 'br,deflate,gzip,gzip'],
  ['with one that says nothing', 'gzip, identity'],
])('A9 encodings stacked %s are refused unread', async (_, encodings) => {
  const body = gzipSync(gzipSync(JSON.stringify(tokenAnswer)))
  await using server = await startServer(answer(body, { headers: { 'Content-Encoding': encodings } }))
  await refusal(server, InvalidResponseError, 'unsupported_encoding')
})

test('A9 bytes that are not in the encoding they are called are refused', async () => {
  await using server = await startServer(answer('not gzip', { headers: { 'Content-Encoding': 'gzip' } }))
  const error = await refusal(server, NetworkError, 'failed')
  expect(error.sent).toBe('maybe')
})
