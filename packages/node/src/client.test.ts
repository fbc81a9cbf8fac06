import { ConfigurationError, LinodeLoginClient as CoreClient } from '@linode-login/core'
import { afterEach, expect, test, vi } from 'vitest'
import * as node from './index.js'
import { LinodeLoginClient, NetworkError } from './index.js'
import { version } from './version.js'

const clientId = '0123456789abcdef0123'
const token = {
  access_token: 'a'.repeat(64),
  token_type: 'bearer',
  expires_in: 7200,
  scope: 'linodes:read_only',
}

/** A `fetch` that keeps what it was asked and answers with a token. */
function recordingFetch(): { fetch: typeof fetch; headers: () => Headers } {
  const seen: Headers[] = []
  return {
    fetch: async (_, init) => {
      seen.push(new Headers(init?.headers))
      return Response.json(token)
    },
    headers: () => seen[0] ?? new Headers(),
  }
}

const failing = (cause: unknown) => async (): Promise<Response> => {
  throw new TypeError('fetch failed', { cause })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test("the package is core's, with a client of its own", () => {
  expect(new LinodeLoginClient({ clientId })).toBeInstanceOf(CoreClient)
  expect(node.LinodeLoginClient).not.toBe(CoreClient)
  expect(node.OAuthScopes.Linodes.readOnly).toBe('linodes:read_only')
})

test('a misspelt option is told, and which was meant; so is the want of any', () => {
  const build = (...input: unknown[]) => Reflect.construct(LinodeLoginClient, input)
  expect(() => build({ clientId, caFile: 'ca.pem' })).toThrow(
    /^there is no option caFile; there are .*, caPath$/,
  )
  expect(() => build({ clientID: clientId })).toThrow('there is no option clientID: did you mean clientId?')
  expect(() => build({ clientId, caPath: undefined })).not.toThrow()
  for (const options of [[], [null]])
    expect(() => build(...options)).toThrow('options: expected an object such as { clientId: … }')
})

test("a request says who it comes from, so that Linode's edge lets it pass", async () => {
  const { fetch, headers } = recordingFetch()
  await new LinodeLoginClient({ clientId, fetch }).finishOAuth('c0de')
  expect(headers().get('User-Agent')).toBe(`linode-login/${version}`)
  expect(headers().get('Accept')).toBe('application/json')
})

test("the app's headers win, whatever their case", async () => {
  const { fetch, headers } = recordingFetch()
  await new LinodeLoginClient({ clientId, fetch, headers: { 'user-agent': 'app/1' } }).finishOAuth('c0de')
  expect(headers().get('User-Agent')).toBe('app/1')
})

test("the global fetch is looked up with each request, so that a test's patch is seen", async () => {
  const client = new LinodeLoginClient({ clientId })
  const { fetch, headers } = recordingFetch()
  vi.stubGlobal('fetch', fetch)
  await client.finishOAuth('c0de')
  expect(headers().get('User-Agent')).toBe(`linode-login/${version}`)
})

test.each([
  ['N1 a connection refused', 'ECONNREFUSED', 'no'],
  ['N5 a certificate refused', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'no'],
  ['N3 a reset', 'ECONNRESET', 'maybe'],
] as const)('%s: sent %s → %s', async (_, code, sent) => {
  const fetch = failing(Object.assign(new Error('no'), { code }))
  const error = await new LinodeLoginClient({ clientId, fetch }).finishOAuth('c0de').catch((e: unknown) => e)
  if (!NetworkError.is(error)) throw error
  expect(error).toMatchObject({ code: 'failed', sent })
})

test('caPath beside fetch is refused: the file would not be used', () => {
  expect(() => new LinodeLoginClient({ clientId, caPath: 'ca.pem', fetch })).toThrow(ConfigurationError)
})

test('Y2 a caPath that is inherited is none', () => {
  Object.defineProperty(Object.prototype, 'caPath', { value: 'evil.pem', configurable: true })
  try {
    expect(() => new LinodeLoginClient({ clientId })).not.toThrow()
  } finally {
    Reflect.deleteProperty(Object.prototype, 'caPath')
  }
})
