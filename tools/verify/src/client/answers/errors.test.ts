// Errors as the server may word them: RFC 6749's, Linode's, the edge's page.
import { gzipSync } from 'node:zlib'
import { ServerError } from '@linode-login/node'
import { FakeClock } from '@linode-login/testing'
import { describe, expect, test } from 'vitest'
import { type Answering, startServer } from '../hostile-server.fixture.js'
import { allCalls, refusal } from '../refusal.fixture.js'
import { answer, json } from './answers.fixture.js'

const reference = '18.2d351ab8.1557333295.a4e16ab'
const html = { 'Content-Type': 'text/html' }

/** The page with which the edge in front of the service refuses. */
function page(
  text: string | Buffer = `Reference #${reference}`,
  headers: Record<string, string> = html,
): Answering {
  return answer(Buffer.concat([Buffer.from('<H1>Access Denied</H1>'), Buffer.from(text)]), {
    status: 403,
    headers,
  })
}

describe.each(allCalls)('%s', (call) => {
  test.each([
    ['invalid_request', 400],
    ['invalid_client', 401],
    ['invalid_grant', 400],
    ['unauthorized_client', 400],
    ['unsupported_grant_type', 400],
    ['invalid_scope', 400],
    ['unsupported_token_type', 400],
  ])('C14 %s is told as itself', async (error, status) => {
    await using server = await startServer(json({ error, error_description: 'Why.' }, { status }))
    const told = await refusal(server, ServerError, error, { call })
    expect(told).toMatchObject({ error, description: 'Why.', status })
  })

  test.each([
    ['an error that no RFC knows', 400, { error: 'moon_phase' }, 'rejected'],
    ["Linode's list of errors", 400, { errors: [{ reason: 'Invalid code', field: 'code' }] }, 'rejected'],
    ['nothing to read', 418, null, 'rejected'],
    ['too many requests', 429, { error: 'invalid_grant' }, 'rate_limited'],
    ['a server that failed', 500, { error: 'invalid_grant' }, 'unavailable'],
    ['a gateway that failed', 502, null, 'unavailable'],
  ])('C14 %s is told as what it is', async (_, status, body, code) => {
    await using server = await startServer(json(body, { status }))
    expect((await refusal(server, ServerError, code, { call })).status).toBe(status)
  })

  test.each<[string, Answering]>([
    ['as it is', page()],
    ['with its signs escaped', page(`Reference&#32;&#35;${reference.replaceAll('.', '&#46;')}`)],
    [
      'in upper case, called by its character set',
      page(undefined, { 'Content-Type': 'text/HTML; charset=utf-8' }),
    ],
    [
      'compressed',
      answer(gzipSync(`Reference #${reference}`), {
        status: 403,
        headers: { ...html, 'Content-Encoding': 'gzip' },
      }),
    ],
  ])('A37 the page of the edge, %s, is told by its reference number', async (_, answering) => {
    await using server = await startServer(answering)
    const error = await refusal(server, ServerError, 'blocked_by_edge', { call })
    expect(error).toMatchObject({ reference, status: 403 })
    expect(error.message).toContain(reference)
    expect(error.message).not.toContain('<')
  })

  test.each<[string, Answering]>([
    ['a page without a number', page('')],
    ['a number in what is no page', page(undefined, { 'Content-Type': 'text/plain' })],
  ])('A37 %s is told as any refusal', async (_, answering) => {
    await using server = await startServer(answering)
    expect((await refusal(server, ServerError, 'rejected', { call })).reference).toBeUndefined()
  })
})

test.each([
  ['a scheme of its own', 'Moon realm="x"'],
  ['several at once', ['Basic realm="a"', 'Bearer error="invalid_token"', 'Negotiate']],
  ['one that asks for a password', 'Basic realm="login", charset="UTF-8"'],
  ['nonsense', ',,, ="" \t;'],
  ['bytes beyond ASCII', 'Basic realm="\u00e9\u00ff"'],
  ['10 KB', `Basic realm="${'x'.repeat(10_000)}"`],
])('A31 WWW-Authenticate with %s asks for nothing that the client gives', async (_, header) => {
  const headers = { 'WWW-Authenticate': header }
  await using server = await startServer(json({ error: 'invalid_client' }, { status: 401, headers }))
  await refusal(server, ServerError, 'invalid_client')
  expect(server.received[0]?.headers.authorization).toBeUndefined()
})

const clock = new FakeClock(Date.UTC(2026, 10, 23))
const inSeconds = (seconds: number): string => new Date(clock.now() + seconds * 1000).toUTCString()
const DAY = 86_400_000

test.each([
  ['120', 120_000],
  ['0', 0],
  [inSeconds(90), 90_000],
  [inSeconds(-3600), 0],
  [inSeconds(10 * 86_400), DAY],
  ['99999999999', DAY],
  ['9'.repeat(400), DAY],
  ['-5', undefined],
  ['-9'.repeat(100), undefined],
  ['1e9', undefined],
  ['soon', undefined],
  ['', undefined],
])('A32 Retry-After: %s', async (header, expected) => {
  await using server = await startServer(json({}, { status: 429, headers: { 'Retry-After': header } }))
  const { retryAfter } = await refusal(server, ServerError, 'rate_limited', { clock })
  expect(retryAfter).toBe(expected)
})
