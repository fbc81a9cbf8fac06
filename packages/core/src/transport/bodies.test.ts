// Bodies of answers: endless, packed, cut short, in no UTF-8.
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { clientAnswered, json, refreshToken, secrets, text, tokenAnswer } from '../client/client.fixture.js'
import { InvalidResponseError, ServerError } from '../errors/errors.js'
import { failure } from '../errors/safe.fixture.js'
import { failedRefresh } from './failed-refresh.fixture.js'

test('A6 a body that drips ends at the deadline, and is let go', async () => {
  let cancelled = false
  const body = new ReadableStream({
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (!cancelled) controller.enqueue(new Uint8Array([32]))
    },
    cancel: () => {
      cancelled = true
    },
  })
  const error = await failedRefresh(text(body, 'application/json'), { timeout: 40 })
  expect(error).toMatchObject({ name: 'NetworkError', code: 'timeout', sent: 'maybe' })
  expect(cancelled).toBe(true)
})

test('A7 a body of 64 MiB is read no further than 256 KiB', async () => {
  const chunk = new Uint8Array(64 * 1024).fill(32)
  let pulled = 0
  let cancelled = false
  const body = new ReadableStream({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(chunk)
    },
    cancel: () => {
      cancelled = true
    },
  })
  expect(await failedRefresh(text(body, 'application/json'))).toMatchObject({
    name: 'InvalidResponseError',
    code: 'too_large',
  })
  expect(pulled).toBeLessThan(10)
  expect(cancelled).toBe(true)
})

test('A7 an answer of 256 KiB is read, one byte more is too large, and a new refresh token in it is lost', async () => {
  const body = JSON.stringify(tokenAnswer).padEnd(256 * 1024)
  const { client } = clientAnswered([text(body, 'application/json')])
  expect((await client.finishOAuth('c0de')).refreshToken).toBe(refreshToken)
  const error = await failedRefresh(text(`${body} `, 'application/json'))
  expect(error).toMatchObject({
    code: 'too_large',
    message: 'The refresh request was answered with a body of more than 256 KiB.',
  })
  expect(InvalidResponseError.is(error) && error.revealRefreshToken()).toBeUndefined()
})

test('a letter that two chunks share is read whole', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...tokenAnswer, note: 'é' }))
  const body = new ReadableStream({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
      controller.close()
    },
  })
  const { client } = clientAnswered([text(body, 'application/json')])
  expect((await client.finishOAuth('c0de')).accessToken).toBe(tokenAnswer.access_token)
})

test('A8 a gzip bomb is unpacked no further than 256 KiB', async () => {
  const bomb = new Blob([new Uint8Array(gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)))])
  let unpacked = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      unpacked += chunk.length
      controller.enqueue(chunk)
    },
  })
  const body = bomb.stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(counted)
  const error = await failedRefresh(
    text(body, 'application/json', { headers: { 'content-encoding': 'gzip' } }),
  )
  expect(error).toMatchObject({ name: 'InvalidResponseError', code: 'too_large' })
  expect(unpacked).toBeLessThan(1024 * 1024)
})

test('A9 stacked encodings are refused', async () => {
  const error = await failedRefresh(json(tokenAnswer, { headers: { 'content-encoding': 'gzip, gzip' } }))
  expect(error).toMatchObject({
    name: 'InvalidResponseError',
    code: 'unsupported_encoding',
    message: 'The refresh request was answered with a body encoded more than once.',
  })
})

test.each([
  ['bad UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
  ['UTF-8 that is cut', new Uint8Array([0x7b, 0x7d, 0xc3])],
])('A23 %s is refused', async (_what, bytes) => {
  expect(await failedRefresh(text(bytes, 'application/json'))).toMatchObject({ code: 'not_json' })
})

test('A23 A36 a byte order mark before an answer is passed over', async () => {
  const bytes = new TextEncoder().encode(`\ufeff${JSON.stringify(tokenAnswer)}`)
  const { client } = clientAnswered([text(bytes, 'application/json')])
  expect((await client.finishOAuth('c0de')).refreshToken).toBe(refreshToken)
})

test('A23 A36 a byte that is not UTF-8 elsewhere in an answer takes no new refresh token away', async () => {
  const [before = '', after = ''] = JSON.stringify({ ...tokenAnswer, note: '@' }).split('@')
  const encoder = new TextEncoder()
  const bytes = new Uint8Array([...encoder.encode(before), 0xff, ...encoder.encode(after)])
  const { client } = clientAnswered([text(bytes, 'application/json')])
  const error = await failure(client.finishOAuth('c0de'), secrets)
  expect(error).toMatchObject({ name: 'InvalidResponseError', code: 'not_json' })
  expect(InvalidResponseError.is(error) && error.revealRefreshToken()).toBe(refreshToken)
})

test('A24 a connection that is cut in the body may have been received', async () => {
  const body = new ReadableStream({
    pull: (controller) => {
      controller.enqueue(new TextEncoder().encode(JSON.stringify(tokenAnswer).slice(0, 80)))
      controller.error(new TypeError('terminated'))
    },
  })
  const error = await failedRefresh(text(body, 'application/json'), {}, { notSent: () => true })
  expect(error).toMatchObject({
    name: 'NetworkError',
    code: 'failed',
    sent: 'maybe',
    cause: { message: 'terminated' },
  })
})

test('A24 the first of the error statuses too', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) })
  const error = await failedRefresh(text(body, 'application/json', { status: 400 }))
  expect(error).toMatchObject({ name: 'ServerError', code: 'rejected', status: 400 })
})

test('A24 an error whose body is cut short is still that error', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) })
  const error = await failedRefresh(
    text(body, 'application/json', { status: 429, headers: { 'retry-after': '3' } }),
  )
  expect(error).toBeInstanceOf(ServerError)
  expect(error).toMatchObject({ code: 'rate_limited', status: 429, retryAfter: 3000 })
})
