// Refusals in all the ways that a server may word them.
import { expect, test } from 'vitest'
import {
  type Answering,
  accessToken,
  clientAnswered,
  clientSecret,
  json,
  refreshToken,
  secrets,
  stoppedClock,
  text,
} from '../client/client.fixture.js'
import { ServerError } from '../errors/errors.js'
import { failure } from '../errors/safe.fixture.js'

const code = 'c0de51'.repeat(3)

async function refused(answering: Answering): Promise<ServerError> {
  const { client, sent } = clientAnswered([answering])
  const error = await failure(client.finishOAuth(code, { codeVerifier: 'v'.repeat(43) }), [...secrets, code])
  expect(sent).toHaveLength(1)
  if (!ServerError.is(error)) throw error
  return error
}

test('C14 an OAuth error is typed', async () => {
  const error = await refused(
    json({ error: 'invalid_grant', error_description: 'The code has expired.' }, { status: 400 }),
  )
  expect(error).toMatchObject({
    code: 'invalid_grant',
    operation: 'exchange',
    status: 400,
    error: 'invalid_grant',
    description: 'The code has expired.',
    reasons: [],
  })
  expect(error.message).toBe(
    'The exchange request was answered with 400 invalid_grant: "The code has expired." The user must sign in again.',
  )
})

test('what the server said is parted from what to do', async () => {
  const body = { error: 'invalid_grant', error_description: 'no such code' }
  const { message } = await refused(json(body, { status: 400 }))
  expect(message).toMatch(/: "no such code"\. The user must sign in again\.$/)
})

test.each<[string, Answering, Record<string, unknown>]>([
  [
    'an unknown OAuth error',
    json({ error: 'odd_one' }, { status: 400 }),
    { code: 'rejected', error: 'odd_one' },
  ],
  [
    'an OAuth error called text',
    text('{"error":"invalid_client"}', 'text/plain', { status: 401 }),
    { code: 'invalid_client' },
  ],
  [
    'Linode’s errors',
    json(
      { errors: [{ reason: 'Invalid code' }, { reason: 'Bad', field: 'client_id' }, 5, {}] },
      { status: 400 },
    ),
    {
      code: 'rejected',
      reasons: ['Invalid code', 'client_id: Bad'],
      message: expect.stringContaining('Invalid code; client_id: Bad'),
    },
  ],
  [
    'Linode’s errors, some of them no such thing',
    json({ errors: [null, { reason: 5 }, { reason: 'Bad', field: 5 }] }, { status: 400 }),
    { code: 'rejected', reasons: ['Bad'] },
  ],
  [
    'an empty body',
    text('', 'application/json', { status: 400 }),
    { code: 'rejected', error: undefined, message: 'The exchange request was answered with 400.' },
  ],
  ['a broken body', text('{"error":', 'application/json', { status: 400 }), { code: 'rejected' }],
  ['an error that is no text', json({ error: 5 }, { status: 400 }), { code: 'rejected' }],
  [
    'an error twice',
    text('{"error":"a","error":"b"}', 'application/json', { status: 400 }),
    { code: 'rejected' },
  ],
  ['__proto__ as an error', json({ error: '__proto__' }, { status: 400 }), { code: 'rejected' }],
  [
    'bad UTF-8',
    text(new Uint8Array([0xff]), 'application/json', { status: 401 }),
    { code: 'rejected', status: 401 },
  ],
  [
    'too large a body',
    text('x'.repeat(300_000), 'text/plain', { status: 403 }),
    { code: 'rejected', status: 403 },
  ],
  ['a rate limit', json({ error: 'invalid_request' }, { status: 429 }), { code: 'rate_limited' }],
  [
    'a server’s fault',
    json({ error: 'invalid_grant' }, { status: 500 }),
    { code: 'unavailable', error: 'invalid_grant' },
  ],
  [
    'a gateway’s page',
    text('<html>Bad gateway</html>', 'text/html', { status: 502 }),
    { code: 'unavailable' },
  ],
  [
    'an overloaded server',
    json({ error: 'temporarily_unavailable' }, { status: 503 }),
    { code: 'unavailable' },
  ],
])('C14 %s', async (_what, answering, fields) => {
  expect(await refused(answering)).toMatchObject(fields)
})

test.each([
  ['as a text', 'Reference #18.8f2c1602.1763900000.1a2b3c4d'],
  ['in entities', 'Reference&#32;&#35;18&#46;8f2c1602&#46;1763900000&#46;1a2b3c4d'],
])('A37 a page of the edge is told by its reference, %s, not by its words', async (_how, reference) => {
  const page = `<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission<P>${reference}</BODY></HTML>`
  const error = await refused(text(page, 'text/html; charset=utf-8', { status: 403 }))
  expect(error).toMatchObject({
    code: 'blocked_by_edge',
    status: 403,
    reference: '18.8f2c1602.1763900000.1a2b3c4d',
  })
  expect(error.message).toContain('18.8f2c1602.1763900000.1a2b3c4d')
  expect(error.message).not.toContain('permission')
})

test('A21 C17 an error that echoes the secrets shows none', async () => {
  const echo = `secret=${encodeURIComponent(clientSecret)} code ${code} ${accessToken} "refresh_token":"${refreshToken}" ${'v'.repeat(43)}`
  const error = await refused(json({ error: 'invalid_client', error_description: echo }, { status: 401 }))
  expect(error.description).toContain('[hidden]')
  expect(error.description).not.toContain('v'.repeat(43))
  await refused(json({ errors: [{ reason: echo, field: code }] }, { status: 400 }))
  await refused(json({ error: code, error_description: '' }, { status: 400 }))
})

test('A22 C14 a description is cleaned and capped', async () => {
  const description = `\u001b[31mred\u001b]0;title\u0007\r\n[info] all is well\u202e ${'long '.repeat(20_000)}`
  const error = await refused(
    json({ error: 'invalid_request\u001b', error_description: description }, { status: 400 }),
  )
  expect(error.error).toBeUndefined()
  const other = await refused(
    json({ error: 'invalid_request', error_description: description }, { status: 400 }),
  )
  expect(other.description).toMatch(/^\[31mred \]0;title \[info\] all is well long /)
  expect(other.description?.length).toBeLessThanOrEqual(300)
})

test.each([
  ['3', 3000],
  ['0', 0],
  ['-5', undefined],
  ['1e9', undefined],
  ['9'.repeat(400), 86_400_000],
  ['soon', undefined],
  ['', undefined],
  [new Date(stoppedClock().now() + 60_000).toUTCString(), 60_000],
  [new Date(stoppedClock().now() - 60_000).toUTCString(), 0],
  ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400_000],
  ['x GMT', undefined],
])('a Retry-After of %j is %j milliseconds', async (value, expected) => {
  const error = await refused(json({}, { status: 429, headers: { 'retry-after': value } }))
  expect(error.retryAfter).toBe(expected)
})

test('A22 of many reasons ten are kept', async () => {
  const errors = Array.from({ length: 5000 }, (_, at) => ({ reason: `no ${at}` }))
  const { client } = clientAnswered([json({ errors }, { status: 400 })])
  const error = await failure(client.refreshOAuthToken(refreshToken))
  expect(ServerError.is(error) && error.reasons).toHaveLength(10)
})
