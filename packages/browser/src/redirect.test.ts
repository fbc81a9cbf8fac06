import { inspect } from 'node:util'
import {
  CallbackError,
  ConfigurationError,
  MemoryPendingLogins,
  type PendingLogins,
  ServerError,
} from '@linode-login/core'
import { expect, test } from 'vitest'
import { LinodeLoginClient } from './client.js'
import { mapStorage, pageAt, pageWithoutStorage } from './page.fixture.js'
import type { BrowserPage } from './page.js'
import { completeRedirect, signInWithRedirect } from './redirect.js'

const redirectUri = 'https://app.example/callback'
const start = 'https://app.example/'

/** A client and the token requests that it has made. */
function setUp(
  options: { redirectUri?: string | undefined; timeout?: number | undefined } = { redirectUri },
) {
  const requests: string[] = []
  const client = new LinodeLoginClient({
    clientId: '0123456789abcdef0123',
    ...options,
    fetch: async (_, init) => {
      requests.push(String(init?.body))
      return Response.json({ access_token: 'a'.repeat(64), token_type: 'bearer', scope: 'linodes:read_only' })
    },
  })
  return { client, requests }
}

/** Leaves a page for the login and gives the state that went along. */
async function leave(client: LinodeLoginClient, page: LeftPage, redirectUri?: string): Promise<string> {
  await signInWithRedirect(client, { page, scopes: 'linodes:read_only', redirectUri })
  return stateIn(page)
}

type LeftPage = BrowserPage & { readonly left: readonly string[] }

function stateIn({ left }: LeftPage): string {
  return new URL(left.at(-1) ?? '').searchParams.get('state') ?? ''
}

test('C22 the page is left for the authorization endpoint, with state and an S256 challenge', async () => {
  const { client } = setUp()
  const page = pageAt(start)
  await leave(client, page)
  const url = new URL(page.left[0] ?? '')
  expect(url.origin + url.pathname).toBe('https://login.linode.com/oauth/authorize')
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'linodes:read_only',
    state: expect.stringMatching(/^.{43,}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  })
})

test('C38 the callback becomes a token, and its URL is clean', async () => {
  const { client, requests } = setUp()
  const storage = mapStorage()
  const state = await leave(client, pageAt(start, storage))
  const page = pageAt(`${redirectUri}?tab=2&code=c0de&state=${state}#top`, storage)
  const token = await completeRedirect(client, { page })
  expect(token?.scopes).toEqual(['linodes:read_only'])
  expect(page.location.href).toBe(`${redirectUri}?tab=2#top`)
  expect(requests).toHaveLength(1)
  expect(storage.length).toBe(0)
})

test('C7 K5 K13 the page loaded again is no callback any more', async () => {
  const { client, requests } = setUp()
  const storage = mapStorage()
  const state = await leave(client, pageAt(start, storage))
  const callback = `${redirectUri}?code=c0de&state=${state}`
  const page = pageAt(callback, storage)
  const both = await Promise.all([completeRedirect(client, { page }), completeRedirect(client, { page })])
  expect(both.map((token) => token !== undefined)).toEqual([true, false])
  await expect(completeRedirect(client, { page: pageAt(callback, storage) })).rejects.toThrow(CallbackError)
  expect(requests).toHaveLength(1)
})

test.each([
  ['K6 a state that another browser holds', '?code=c0de&state=other', CallbackError],
  ['K7 a forged error', '?error=access_denied&state=other', CallbackError],
  ['K7 a forged error without a state', '?error=access_denied', CallbackError],
  ['K1 no state', '?code=c0de', CallbackError],
  ['K16 a token in the fragment', '#access_token=abc&state=other', CallbackError],
  ['K16 a token in the query of a router', '#/route?access_token=abc', CallbackError],
  ['K16 an ID token', '?id_token=abc', CallbackError],
  ['K16 an answer in the fragment', '#code=c0de&state=other', CallbackError],
])('C38 %s is refused, the URL is clean, and the login still works', async (_, answer, expected) => {
  const { client, requests } = setUp()
  const storage = mapStorage()
  const state = await leave(client, pageAt(start, storage))
  const page = pageAt(`${redirectUri}${answer}`, storage)
  await expect(completeRedirect(client, { page })).rejects.toThrow(expected)
  expect(page.location.href).toBe(redirectUri)
  expect(requests).toHaveLength(0)
  const real = pageAt(`${redirectUri}?code=c0de&state=${state}`, storage)
  expect(await completeRedirect(client, { page: real })).toBeDefined()
})

test('C38 K6 where no redirect URI is known every answer is ours: one of no login is refused, and the URL is clean', async () => {
  const { client, requests } = setUp({})
  const page = pageAt(`${redirectUri}?code=c0de&state=other`, mapStorage())
  await expect(completeRedirect(client, { page })).rejects.toThrow(CallbackError)
  expect(page.location.href).toBe(redirectUri)
  expect(requests).toHaveLength(0)
})

test('a user who declines is told of as the server says it, and the URL is clean', async () => {
  const { client } = setUp()
  const storage = mapStorage()
  const state = await leave(client, pageAt(start, storage))
  const page = pageAt(`${redirectUri}?error=access_denied&state=${state}`, storage)
  await expect(completeRedirect(client, { page })).rejects.toSatisfy(
    (error) => ServerError.is(error) && error.code === 'access_denied',
  )
  expect(page.location.href).toBe(redirectUri)
})

test('several logins at once live side by side, in any order', async () => {
  const { client } = setUp()
  const storage = mapStorage()
  const one = await leave(client, pageAt(start, storage))
  const two = await leave(client, pageAt(start, storage))
  for (const state of [two, one]) {
    const page = pageAt(`${redirectUri}?code=c0de&state=${state}`, storage)
    expect(await completeRedirect(client, { page })).toBeDefined()
  }
})

test('a page that is no callback is left alone', async () => {
  const { client } = setUp()
  for (const href of [start, redirectUri, 'https://app.example/github?code=1&state=2']) {
    const page = pageAt(href)
    expect(await completeRedirect(client, { page })).toBeUndefined()
    expect(page.location.href).toBe(href)
  }
})

/** Where a host, or a redirect URI of one login, makes a page differ from the client's redirect URI. */
const elsewhere = [
  ['a slash that the host added', redirectUri, `${redirectUri}/`],
  ['a path that the host escaped', redirectUri, 'https://app.example/%63allback'],
  ['a path that the host wrote anew', redirectUri, 'https://app.example/callback/index.html'],
  ['a redirect URI of this login', 'https://app.example/other', 'https://app.example/other'],
  ['that, with a slash added', 'https://app.example/other', 'https://app.example/other/'],
] as const

test.each(elsewhere)('C38 C9 %s: still our callback', async (_, sent, landed) => {
  const { client, requests } = setUp()
  const storage = mapStorage()
  const state = await leave(client, pageAt(start, storage), sent)
  const page = pageAt(`${landed}?tab=2&code=c0de&state=${state}#top`, storage)
  expect(await completeRedirect(client, { page })).toBeDefined()
  expect(page.location.href).toBe(`${landed}?tab=2#top`)
  expect(requests.map((body) => new URLSearchParams(body).get('redirect_uri'))).toEqual([sent])
})

test.each([
  ['an error', 'error=access_denied', ServerError],
  ['neither code nor error but a token', 'access_token=abc', CallbackError],
  ['a code and an error', 'code=c0de&error=access_denied', CallbackError],
])('C38 anywhere in the app: %s is told of, and the URL is clean', async (_, answer, expected) => {
  const { client, requests } = setUp()
  const storage = mapStorage()
  const state = await leave(client, pageAt(start, storage))
  const page = pageAt(`${start}?${answer}&state=${state}`, storage)
  await expect(completeRedirect(client, { page })).rejects.toThrow(expected)
  expect(page.location.href).toBe(start)
  expect(requests).toHaveLength(0)
})

test('C38 the URL is clean before the call returns, so that a router meets no code', async () => {
  const { client } = setUp()
  const storage = mapStorage()
  const state = await leave(client, pageAt(start, storage))
  const page = pageAt(`${redirectUri}/?code=c0de&state=${state}`, storage)
  const token = completeRedirect(client, { page })
  expect(page.location.href).toBe(`${redirectUri}/`)
  expect(await token).toBeDefined()
})

test('C38 a store of the app that takes its time tells our callback too', async () => {
  const { client } = setUp()
  const kept = new MemoryPendingLogins()
  const pending: PendingLogins = {
    put: async (...login) => kept.put(...login),
    get: async (state) => kept.get(state),
    take: async (state) => kept.take(state),
  }
  const leaving = pageAt(start)
  await signInWithRedirect(client, { page: leaving, pending })
  const page = pageAt(`${start}?code=c0de&state=${stateIn(leaving)}`)
  expect(await completeRedirect(client, { page })).toBeUndefined()
  expect(await completeRedirect(client, { page, pending })).toBeDefined()
  expect(page.location.href).toBe(start)
})

test('C38 C17 E a store of the app that fails is told of, and the URL is clean', async () => {
  const { client, requests } = setUp()
  const state = 'S'.repeat(43)
  const fail = (asked: string): never => {
    throw Object.assign(new Error(`refused ${asked}`), { command: { args: [asked] } })
  }
  const page = pageAt(`${start}?code=c0de&state=${state}`)
  const work = completeRedirect(client, { page, pending: { put: fail, get: fail, take: fail } })
  const error = await work.catch((error: unknown) => error)
  expect(error).toMatchObject({ name: 'NetworkError', code: 'store_failed', sent: 'no' })
  expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain(state)
  expect(page.location.href).toBe(start)
  expect(requests).toHaveLength(0)
})

test.each(['get', 'take'] as const)(
  'C38 E a store of the app that never answers at %s has a deadline, and its caller may leave; the URL is clean',
  async (call) => {
    const never = (): Promise<never> => new Promise(() => {})
    const kept = new MemoryPendingLogins()
    const pending: PendingLogins = {
      put: kept.put.bind(kept),
      get: kept.get.bind(kept),
      take: kept.take.bind(kept),
      [call]: never,
    }
    const outcomeOf = async (options: { timeout?: number; signal?: AbortSignal }) => {
      const { client, requests } = setUp({ redirectUri, timeout: options.timeout })
      const leaving = pageAt(start)
      await signInWithRedirect(client, { page: leaving, pending })
      const page = pageAt(`${start}?code=c0de&state=${stateIn(leaving)}`)
      const work = completeRedirect(client, { page, pending, signal: options.signal })
      const error: unknown = await work.catch((error: unknown) => error)
      expect(page.location.href).toBe(start)
      expect(requests).toHaveLength(0)
      return error
    }
    expect(await outcomeOf({ timeout: 5 })).toMatchObject({
      name: 'NetworkError',
      code: 'timeout',
      sent: 'no',
    })
    const caller = new AbortController()
    const left = outcomeOf({ signal: caller.signal })
    setImmediate(() => caller.abort())
    expect(await left).toMatchObject({ name: 'NetworkError', code: 'cancelled', sent: 'no' })
  },
)

test('C38 a signal that is none is a typed error, and the URL is clean', async () => {
  const { client } = setUp()
  const page = pageAt(`${start}?code=c0de&state=${'S'.repeat(43)}`)
  const wrong: object = { page, pending: new MemoryPendingLogins(), signal: 'abort' }
  await expect(completeRedirect(client, wrong)).rejects.toThrow('signal: expected an AbortSignal')
  expect(page.location.href).toBe(start)
})

test('a store of the app is never asked for what is no state of ours', async () => {
  const { client } = setUp()
  const ask = (): never => expect.fail('asked')
  for (const state of ['x', "' OR 1=1 --", 'S'.repeat(44)]) {
    const page = pageAt(`${start}?${new URLSearchParams({ code: '1', state })}`)
    expect(
      await completeRedirect(client, { page, pending: { put: ask, get: ask, take: ask } }),
    ).toBeUndefined()
  }
})

test('of two clients in a page each leaves the other its callback', async () => {
  const { client } = setUp()
  const other = new LinodeLoginClient({ clientId: 'f'.repeat(20), redirectUri: 'https://app.example/other' })
  const storage = mapStorage()
  const state = await leave(client, pageAt(start, storage))
  const page = pageAt(`${redirectUri}?code=c0de&state=${state}`, storage)
  expect(await completeRedirect(other, { page })).toBeUndefined()
  expect(await completeRedirect(client, { page })).toBeDefined()
})

test("where the storage is kept from the page, another provider's callback is left alone", async () => {
  const { client } = setUp()
  const page = pageWithoutStorage('https://app.example/github?code=1&state=2')
  expect(await completeRedirect(client, { page })).toBeUndefined()
})

test('C38 a redirect URI that is none is a typed error, and the URL of our callback is clean', async () => {
  const { client } = setUp()
  const storage = mapStorage()
  const state = await leave(client, pageAt(start, storage))
  const page = pageAt(`${redirectUri}?code=c0de&state=${state}`, storage)
  const wrong = completeRedirect(client, { page, redirectUri: '/callback' })
  await expect(wrong).rejects.toThrow('redirectUri: expected an absolute URI')
  expect(page.location.href).toBe(redirectUri)
})

test('an option that there is not is told, on any page', async () => {
  const { client } = setUp()
  const page = pageAt(start)
  const scope: object = { page, scope: 'linodes:read_only' }
  await expect(signInWithRedirect(client, scope)).rejects.toThrow(
    'there is no option scope: did you mean scopes?',
  )
  const redirectUrl: object = { page, redirectUrl: redirectUri }
  await expect(completeRedirect(client, redirectUrl)).rejects.toThrow(
    'there is no option redirectUrl: did you mean redirectUri?',
  )
  expect(page.left).toEqual([])
})

test('a client that is none, as when it is not made yet, is told by name', async () => {
  const client = undefined as unknown as LinodeLoginClient
  const page = pageAt(start)
  await expect(signInWithRedirect(client, { page })).rejects.toThrow('client: expected a LinodeLoginClient')
  await expect(completeRedirect(client, { page })).rejects.toThrow('client: expected a LinodeLoginClient')
})

test('without a window, as on a server that renders the page, the error is typed', async () => {
  const { client } = setUp()
  const unsupported = (error: unknown) => ConfigurationError.is(error) && error.code === 'runtime_unsupported'
  await expect(signInWithRedirect(client)).rejects.toSatisfy(unsupported)
  await expect(completeRedirect(client)).rejects.toSatisfy(unsupported)
})

test.each([
  ['is kept from the page', pageWithoutStorage(start)],
  // As where a setting of the browser turned it off.
  ['is null', { ...pageAt(start), sessionStorage: null }],
])('storage that %s is a typed error', async (_, page) => {
  const { client } = setUp()
  const options: object = { page }
  await expect(signInWithRedirect(client, options)).rejects.toMatchObject({
    code: 'runtime_unsupported',
    option: 'sessionStorage',
  })
})

test.each([
  ['a page without a history', { ...pageAt(start), history: undefined }],
  ['its address', start],
  ['null', null],
])('a page that is none is told by name: %s', async (_, none) => {
  const { client } = setUp()
  const options: object = { page: none }
  const told = 'page: expected one with location, history and sessionStorage, as window is'
  await expect(signInWithRedirect(client, options)).rejects.toThrow(told)
  await expect(completeRedirect(client, options)).rejects.toThrow(told)
})
