// Status 200 around something that is no token answer: not JSON, not called JSON, no
// object, not whole, an error.
import { gzipSync } from 'node:zlib'
import { InvalidResponseError, NetworkError, ServerError } from '@linode-login/node'
import { describe, expect, test } from 'vitest'
import { type Answering, startServer } from '../hostile-server.fixture.js'
import { refusal, tokenCalls } from '../refusal.fixture.js'
import { newAccessToken, newRefreshToken } from '../secrets/secrets.fixture.js'
import { answer, json, raw, reset, tokenAnswer } from './answers.fixture.js'

const whole = JSON.stringify(tokenAnswer)
const page = `<!doctype html><title>Welcome</title><script>token = '${newAccessToken}'</script>`
const called = (type: string) => ({ headers: { 'Content-Type': type } })
const bytes = (text: string) => Buffer.from(text, 'latin1')
const badAt = (place: string, ...bad: number[]) => {
  const [before = '', after = ''] = whole.split(place)
  return Buffer.concat([bytes(before), Buffer.from(bad), bytes(after)])
}

describe.each(tokenCalls)('%s', (call) => {
  test.each<[string, Answering]>([
    ['A10 a page', answer(page, called('text/html; charset=utf-8'))],
    ['A10 a page called JSON', answer(page)],
    ['A10 a text', answer(`access_token=${newAccessToken}&token_type=bearer`, called('text/plain'))],
    ['A11 JSON called a page', answer(whole, called('text/html'))],
    ['A11 JSON called a text', answer(whole, called('text/plain'))],
    ['A11 JSON called something like JSON', answer(whole, called('application/jsonp'))],
    ['A11 JSON called JSON inside something else', answer(whole, called('text/html; application/json'))],
    ['A12 an array', json([tokenAnswer])],
    ['A12 an empty array', json([])],
    ['A12 null', json(null)],
    ['A12 a text in quotes', json(whole)],
    ['A12 a number', json(5)],
    ['A12 a nesting 100,000 deep', answer('['.repeat(100_000))],
    ['A23 bytes that are not UTF-8 in a value', answer(badAt('7200', 0x22, 0xff, 0xfe, 0x22))],
    ['A23 half a character in a name', answer(badAt('token_type', 0xc3))],
    ['A23 an overlong character', answer(badAt('bearer', 0xc0, 0xaf))],
    ['A23 a surrogate', answer(badAt('bearer', 0xed, 0xa0, 0x80))],
    [
      'A23 a body that ends within a character',
      answer(Buffer.concat([bytes(whole), Buffer.from([0xe2, 0x82])])),
    ],
    ['A23 UTF-16', answer(Buffer.from(whole, 'utf16le'), called('application/json; charset=utf-16'))],
    [
      'A24 JSON that stops in the middle, and says that it is whole',
      answer(whole.slice(0, whole.length / 2)),
    ],
    ['A24 JSON with something behind it', answer(`${whole} x`)],
    [
      'A24 a gzip that stops in the middle',
      answer(gzipSync(whole).subarray(0, -40), { headers: { 'Content-Encoding': 'gzip' } }),
    ],
    ['an empty body', answer('')],
  ])('%s is refused', async (_, answering) => {
    await using server = await startServer(answering)
    await refusal(server, InvalidResponseError, 'not_json', { call })
  })

  test.each([
    ['by itself', { error: 'invalid_grant', error_description: `${newAccessToken} is gone` }],
    ['beside a token', { ...tokenAnswer, error: 'server_error' }],
    ['that is no text', { ...tokenAnswer, error: { code: 5 } }],
  ])('A20 an error under status 200, %s, is refused', async (_, body) => {
    await using server = await startServer(json(body))
    await refusal(server, InvalidResponseError, 'error_in_success', { call })
  })

  test("A20 Linode's list of errors under status 200 is no token", async () => {
    await using server = await startServer(json({ errors: [{ reason: newAccessToken }] }))
    await refusal(server, InvalidResponseError, 'invalid_field', { call })
  })

  const headers = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'
  const chunk = `${whole.length.toString(16)}\r\n${whole}\r\n`
  test.each<[string, Answering]>([
    ['by its length', raw(`${headers}Content-Length: ${whole.length + 1}\r\n\r\n${whole}`)],
    ['by its chunks', raw(`${headers}Transfer-Encoding: chunked\r\n\r\n${chunk}`)],
    ['within a chunk', raw(`${headers}Transfer-Encoding: chunked\r\n\r\n${chunk.slice(0, -30)}`)],
    ['within the head', raw(headers)],
    [
      'by a reset',
      (response, request) => {
        response.writeHead(200, { 'Content-Type': 'application/json' })
        response.write(whole, () => reset(response, request))
      },
    ],
  ])('A24 a token cut short %s is refused', async (_, answering) => {
    await using server = await startServer(answering)
    const error = await refusal(server, NetworkError, 'failed', { call })
    expect(error.sent).toBe('maybe')
  })

  test('A24 an error cut short is still told by its status', async () => {
    const body = JSON.stringify({ error: 'invalid_grant', error_description: newRefreshToken })
    await using server = await startServer(
      raw(`HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n${body}`),
    )
    const error = await refusal(server, ServerError, 'rejected', { call })
    expect(error.status).toBe(400)
  })
})
