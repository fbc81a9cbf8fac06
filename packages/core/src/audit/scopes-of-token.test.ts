// What a token has.
import { expect, test, vi } from 'vitest'
import { ConfigurationError } from '../errors/errors.js'
import { OAuthToken } from '../tokens/oauth-token.js'
import { answer, answering } from './answers.fixture.js'
import { auditingFetch, scopesOfToken } from './index.js'

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

test('Y2 N11 it goes nowhere that only a tampered prototype names', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(answer(200, '*', '*'))
  Object.defineProperty(Object.prototype, 'url', { value: 'https://evil.example', configurable: true })
  await scopesOfToken(fetch).finally(() => Reflect.deleteProperty(Object.prototype, 'url'))
  expect(fetch.mock.calls[0]?.[0]).toBe('https://api.linode.com/v4/profile')
  expect(Object.getPrototypeOf(fetch.mock.calls[0]?.[1])).toBeNull()
})

test.each([undefined, 'a1b2', token])('what sends the token is told to be no fetch: %o', async (wrong) => {
  const message = 'fetch: expected a function that sends the token, as fetch does; it is '
  const ask = async () => Reflect.apply(scopesOfToken, undefined, [wrong, { fetch }])
  await expect(ask()).rejects.toThrow(ConfigurationError)
  if (typeof wrong !== 'string') await expect(ask()).rejects.toThrow(message)
  expect(() => Reflect.apply(auditingFetch, undefined, [wrong, { asked: [] }])).toThrow(ConfigurationError)
})

test.each<[string, object]>([
  ['signal: expected an AbortSignal', { signal: 5 }],
  ['URL: expected url; there is no option URL, only url, signal', { URL: 'https://api.example' }],
])('%s', async (message, options) => {
  const ask = scopesOfToken(answering(answer(200, '*', '*')), options)
  await expect(ask).rejects.toThrow(message)
})

test('N11 no redirect is followed with it', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(answer(200, '*', '*'))
  const { signal } = new AbortController()
  await scopesOfToken(fetch, { signal })
  expect(fetch).toHaveBeenCalledWith('https://api.linode.com/v4/profile', { redirect: 'manual', signal })
})
