// A fetch that bears a token: what it sends along, and where it does not send the token.
import { expect, test, vi } from 'vitest'
import { failure } from '../errors/safe.fixture.js'
import { bearerFetch } from './bearer-fetch.js'
import { OAuthToken } from './oauth-token.js'

const url = 'https://api.linode.com/v4/linode/instances'
const token = new OAuthToken({ accessToken: 'a1b2c3', scopes: [] })
const filter = '{"region":"us-east"}'

/** The requests that a call comes to, as the runtime reads what `fetch` is handed. */
function recording(answer = new Response()): { fetch: typeof fetch; sent: Request[] } {
  const sent: Request[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push(new Request(input, init))
    return answer
  }
  return { fetch, sent }
}

test.each<[string, string | URL | Request, RequestInit | undefined]>([
  ['in an object', url, { headers: { 'X-Filter': filter } }],
  ['in a list', url, { headers: [['x-filter', filter]] }],
  ['in Headers', new URL(url), { headers: new Headers({ 'X-Filter': filter }) }],
  ['on a Request', new Request(url, { headers: { 'X-Filter': filter } }), undefined],
  [
    'on a Request beside other options',
    new Request(url, { headers: { 'X-Filter': filter } }),
    { cache: 'no-store' },
  ],
  [
    'beside a Request',
    new Request(url, { headers: { 'X-Filter': '{}' } }),
    { headers: { 'X-Filter': filter } },
  ],
])('C27 the token goes along with a header that is given %s', async (_, input, init) => {
  const { fetch, sent } = recording()
  await bearerFetch(token, fetch)(input, init)
  const [request] = sent
  expect(request?.url).toBe(url)
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    authorization: 'Bearer a1b2c3',
    'x-filter': filter,
  })
})

test('method and body of a call stay, and its headers are not changed in place', async () => {
  const { fetch, sent } = recording()
  const headers = new Headers({ authorization: 'Bearer another', 'content-type': 'application/json' })
  const api = bearerFetch('d4e5f6', fetch)
  await api(url, { method: 'POST', body: '{}', headers })
  expect(sent[0]?.method).toBe('POST')
  expect(await sent[0]?.text()).toBe('{}')
  expect(sent[0]?.headers.get('authorization')).toBe('Bearer d4e5f6')
  expect(headers.get('authorization')).toBe('Bearer another')
})

test.each<[string, string | Request, RequestInit | undefined, RequestRedirect]>([
  ['followed', url, undefined, 'manual'],
  ['followed where the call wants it', url, { redirect: 'follow' }, 'manual'],
  ['followed where a request wants it', new Request(url, { redirect: 'follow' }), undefined, 'manual'],
  ['taken for an answer where the call forbids it', url, { redirect: 'error' }, 'error'],
])('N11 a redirect is not %s', async (_, input, init, redirect) => {
  const answer = new Response(null, { status: 302, headers: { location: 'https://evil.example' } })
  const { fetch, sent } = recording(answer)
  expect(await bearerFetch(token, fetch)(input, init)).toBe(answer)
  expect(sent[0]?.redirect).toBe(redirect)
})

test.each(['http://127.0.0.1:8080/v4', 'http://[::1]/v4', 'http://localhost:3000/v4'])(
  'the token goes over plain http to %s, which is this machine',
  async (address) => {
    const { fetch, sent } = recording()
    await bearerFetch(token, fetch)(address)
    expect(sent).toHaveLength(1)
  },
)

test.each([
  'http://api.linode.com/v4/account',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://10.0.0.1',
  'ftp://127.0.0.1',
])('B4 the token does not go to %s', async (address) => {
  const { fetch, sent } = recording()
  const error = await failure(bearerFetch(token, fetch)(address), ['a1b2c3'])
  expect(error).toMatchObject({
    name: 'ConfigurationError',
    option: 'url',
    expected: 'an https URL; a token goes over plain http to this machine only',
  })
  expect(sent).toEqual([])
})

test.each(['/v4/account', 'v4/account?page=2', '', 'https://['])(
  'of %j, which leads nowhere outside of a page, the call says that it is no absolute URL',
  async (address) => {
    const { fetch, sent } = recording()
    const error = await failure(bearerFetch(token, fetch)(address), ['a1b2c3'])
    expect(error).toMatchObject({
      name: 'ConfigurationError',
      message:
        'url: expected an absolute URL, such as https://api.linode.com/v4/profile; ' +
        'what came is none, and outside of a page a path alone leads nowhere',
    })
    expect(sent).toEqual([])
  },
)

test('a request in place of options says the method, the body and the headers', async () => {
  const { fetch, sent } = recording()
  const init = new Request(url, { method: 'POST', body: '{"n":1}', headers: { 'x-filter': filter } })
  await bearerFetch(token, fetch)(url, init)
  expect(sent[0]).toMatchObject({ url, method: 'POST' })
  expect(sent[0]?.headers.get('x-filter')).toBe(filter)
  expect(await sent[0]?.text()).toBe('{"n":1}')
})

test('a request that is to fail at a redirect still does', async () => {
  const { fetch, sent } = recording()
  await bearerFetch(token, fetch)(new Request(url, { redirect: 'error' }))
  expect(sent[0]?.redirect).toBe('error')
})

test('what sends it is the fetch of the runtime that is there at the call', async () => {
  const api = bearerFetch(token)
  const { fetch, sent } = recording()
  vi.stubGlobal('fetch', fetch)
  await api(url).finally(() => vi.unstubAllGlobals())
  expect(sent[0]?.headers.get('authorization')).toBe('Bearer a1b2c3')
})

test('Y2 N11 no option goes along that only a tampered prototype brings', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(new Response())
  await bearerFetch(token, fetch)(url)
  expect(Object.getPrototypeOf(fetch.mock.calls[0]?.[1])).toBeNull()
})

test.each<[string, unknown, unknown]>([
  ['token: expected a bearer token', '', undefined],
  ['token: expected a bearer token', undefined, undefined],
  ['token: expected a bearer token', 'a b', undefined],
  ['token: expected a bearer token', fetch, token],
  ['fetch: expected a function', token, 'a1b2'],
])('%s', (message, ...args) => {
  expect(() => Reflect.apply(bearerFetch, undefined, args)).toThrow(message)
})
