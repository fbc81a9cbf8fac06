// What a token has.
import { expect, test, vi } from 'vitest'
import { auditingFetch, scopesOfToken } from '../audit.js'
import { ConfigurationError } from '../errors/errors.js'
import { failure } from '../errors/safe.fixture.js'
import { OAuthToken } from '../tokens/oauth-token.js'
import { answer, answering, notAuthorized } from './answers.fixture.js'

const token = new OAuthToken({ accessToken: 'a1b2', scopes: [] })

test.each([
  ['domains:* linodes:read_only', ['domains:*', 'linodes:read_only']],
  ['*', ['*']],
  ['unknown', undefined],
  ['Unknown', undefined],
  ['unknown, unknown', undefined],
  [undefined, undefined],
])('%j is told as %j', async (header, scopes) => {
  expect(await scopesOfToken(answering(answer(200, header, '*')))).toEqual(scopes)
})

test.each([
  ['a token that it does not know', answer(401, 'unknown', '*', 'Invalid OAuth token'), undefined],
  ['the same, to a page that sees no headers', answer(401, undefined, undefined, 'Invalid Token'), undefined],
  ['a call for which it lacks scopes', answer(401, 'domains:*', 'account:*', notAuthorized), ['domains:*']],
  ['a call that its user may not make', answer(403, 'domains:*', '*', 'Unauthorized'), ['domains:*']],
])('is told by the refusal of %s', async (_, refusal, scopes) => {
  expect(await scopesOfToken(answering(refusal))).toEqual(scopes)
})

test.each([
  [503, 'unavailable', 'Down'],
  [500, 'unavailable', undefined],
  [429, 'rate_limited', 'Too many requests'],
  [404, 'rejected', 'Not found'],
  [401, 'rejected', notAuthorized],
  [401, 'rejected', undefined],
])('is not told by %i: the error is %s (%s)', async (status, code, reason) => {
  const error = await failure(scopesOfToken(answering(answer(status, undefined, undefined, reason))))
  const reasons = reason === undefined ? [] : [reason]
  expect(error).toMatchObject({ name: 'ServerError', operation: 'call-api', code, status, reasons })
})

test('C17 A22 what a refusal says is cleaned', async () => {
  const token = 'dead8eef'.repeat(8)
  const refusal = answer(400, undefined, undefined, `\u001b[2J no ${token}`)
  const error = await failure(scopesOfToken(answering(refusal)), [token, '\u001b'])
  expect(error.message).toContain('no ')
})

test.each([
  ['A1 with its status', answer(302, 'domains:*', '*'), 302],
  [
    'A1 as a browser hides it',
    Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' }),
    0,
  ],
])('is not told by a redirect: %s', async (_, redirect, status) => {
  const error = await failure(scopesOfToken(answering(redirect)))
  expect(error).toMatchObject({ name: 'InvalidResponseError', code: 'redirected', status })
})

test('A5 A6 is waited for no longer than the timeout', async () => {
  const silent = () => new Promise<Response>(() => undefined)
  const dripping = async () => new Response(new ReadableStream(), { status: 500 })
  for (const fetch of [silent, dripping]) {
    const error = await failure(scopesOfToken(fetch, { timeout: 10 }))
    expect(error).toMatchObject({ name: 'NetworkError', code: 'timeout', sent: 'maybe' })
    expect(error.message).toBe('The API at https://api.linode.com did not answer within 10 ms.')
  }
})

test('N9 N10 is left with the reason of the signal, before and after the request was sent', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() => new Promise(() => undefined))
  const leaving = new AbortController()
  const work = scopesOfToken(fetch, { signal: leaving.signal })
  leaving.abort(new Error('gone'))
  await expect(work).rejects.toThrow('gone')
  expect(fetch.mock.calls[0]?.[1]?.signal?.aborted).toBe(true)
  await expect(scopesOfToken(fetch, { signal: leaving.signal })).rejects.toThrow('gone')
  expect(fetch).toHaveBeenCalledOnce()
})

test('Y2 N11 it goes nowhere that only a tampered prototype names', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(answer(200, '*', '*'))
  Object.defineProperty(Object.prototype, 'apiUrl', { value: 'https://evil.example', configurable: true })
  await scopesOfToken(fetch).finally(() => Reflect.deleteProperty(Object.prototype, 'apiUrl'))
  expect(fetch.mock.calls[0]?.[0]).toBe('https://api.linode.com/v4/profile')
  expect(Object.getPrototypeOf(fetch.mock.calls[0]?.[1])).toBeNull()
})

test.each([undefined, 'a1b2', token])('what sends the token is told to be no fetch: %o', async (wrong) => {
  const message = 'fetch: expected a function that sends the token, such as bearerFetch(token); it is '
  const ask = async () => Reflect.apply(scopesOfToken, undefined, [wrong, { fetch }])
  await expect(ask()).rejects.toThrow(ConfigurationError)
  if (typeof wrong !== 'string') await expect(ask()).rejects.toThrow(message)
  expect(() => Reflect.apply(auditingFetch, undefined, [wrong, { asked: [] }])).toThrow(ConfigurationError)
})

test.each<[string, object]>([
  ['signal: expected an AbortSignal', { signal: 5 }],
  ['timeout: expected a number of milliseconds', { timeout: 0 }],
  ['apiUrl: expected a plain URL without user, query', { apiUrl: 'api.example' }],
  ['there is no option apiURL: did you mean apiUrl?', { apiURL: 'https://api.example' }],
  ['there is no option api; there are apiUrl, timeout, signal', { api: 'https://api.example' }],
])('%s', async (message, options) => {
  const ask = scopesOfToken(answering(answer(200, '*', '*')), options)
  await expect(ask).rejects.toThrow(message)
})

test('Linode is asked, or who stands in its place', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(answer(200, '*', '*'))
  await scopesOfToken(fetch)
  await scopesOfToken(fetch, { apiUrl: 'http://127.0.0.1:8080/linode' })
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([
    'https://api.linode.com/v4/profile',
    'http://127.0.0.1:8080/linode/v4/profile',
  ])
})

test('N11 no redirect is followed with it', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(answer(200, '*', '*'))
  await scopesOfToken(fetch)
  const signal = expect.any(AbortSignal)
  expect(fetch).toHaveBeenCalledWith('https://api.linode.com/v4/profile', { redirect: 'manual', signal })
})
