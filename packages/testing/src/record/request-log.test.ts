import { getEventListeners } from 'node:events'
import { expect, test, vi } from 'vitest'
import type { RequestName } from '../call/call.js'
import { FakeLogin } from '../fake-login.js'
import { linode } from '../generated/provider.js'
import { callApi, credentials, post, redirectUri, refresh, signIn } from '../login-flow.fixture.js'
import type { Arrival } from './recorded-request.js'
import { RequestLog } from './request-log.js'

test('next() gives each request once, in order, and waits for one that has not come', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  for (const token of ['first', 'second']) await refresh(login, client, { refresh_token: token })
  expect((await login.requests.next('refresh')).secret('refresh_token')).toBe('first')
  expect((await login.requests.next('refresh')).secret('refresh_token')).toBe('second')
  const coming = login.requests.next('refresh')
  await refresh(login, client, { refresh_token: 'third' })
  expect((await coming).secret('refresh_token')).toBe('third')
  expect(login.requests.all('refresh')).toHaveLength(3)
  expect(login.requests.all('exchange')).toHaveLength(0)
})

test('all() keeps the order of everything that came, what fits nothing included', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const client = login.registerClient({ redirectUri })
  const { accessToken } = await signIn(login, client)
  await callApi(login, accessToken)
  await post(login, '/oauth/token', { grant_type: 'password', ...credentials(client) })
  await login.fetch(`${login.url}/logout`, { redirect: 'manual' })
  expect(login.requests.all().map(({ name }) => name)).toEqual([
    'authorize',
    'exchange',
    'api',
    'other',
    'logout',
  ])
})

test('what a browser asks before a page may ask is a kind of its own, and takes no script', async () => {
  await using login = await FakeLogin.start({ listen: false })
  login.on('api').once({ status: 503 })
  login.on('refresh').once({ status: 503 })
  for (const url of [`${login.url}/oauth/token`, `${login.apiUrl}/v4/profile`])
    expect((await login.fetch(url, { method: 'OPTIONS' })).status).toBe(204)
  expect(login.requests.all().map(({ name, path }) => [name, path])).toEqual([
    ['preflight', '/oauth/token'],
    ['preflight', '/v4/profile'],
  ])
  expect((await login.requests.next('preflight')).path).toBe('/oauth/token')
  expect(login.unplayed()).toHaveLength(2)
  expect(() => login.on('preflight' as 'api')).toThrow('a kind of request must be')
})

test('waiting can be given up', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const stop = new AbortController()
  const waiting = login.requests.next('revoke', { signal: stop.signal })
  stop.abort('enough')
  await expect(waiting).rejects.toBe('enough')
  await expect(login.requests.next('revoke', { signal: stop.signal })).rejects.toBe('enough')
})

/** A request of a kind whose body is so long. */
function arrival(name: RequestName, number: number, length = 0): Arrival {
  const request = { method: 'POST', url: `/${number}`, headers: {}, body: 'x'.repeat(length) }
  return { name, request, parameters: [], receivedAt: 0 }
}

test('a flood of requests stays in bounds', async () => {
  const log = new RequestLog(linode, ['refresh', 'revoke'])
  for (let number = 0; number < 5000; number += 1)
    log.add(arrival(number % 2 === 0 ? 'refresh' : 'revoke', number))
  expect(log.all()).toHaveLength(1000)
  expect(log.all('refresh').at(-1)?.url()).toBe('/4998')
  expect((await log.next('revoke')).url()).toBe('/4001')
  expect((await log.next('revoke')).url()).toBe('/4003')
  for (let number = 5000; number < 5200; number += 1) log.add(arrival('revoke', number))
  expect((await log.next('revoke')).url()).toBe('/4201')
  for (let number = 5200; number < 9000; number += 1) log.add(arrival('refresh', number))
  const coming = log.next('revoke')
  log.add(arrival('revoke', 9000))
  expect((await coming).url()).toBe('/9000')
})

const MEBI = 1024 * 1024

test('a flood of large requests stays in bounds, by what each keeps', async () => {
  const log = new RequestLog(linode, ['revoke'])
  for (let number = 0; number < 100; number += 1) log.add(arrival('revoke', number, MEBI - 100))
  expect(log.all().map((request) => request.url())).toEqual(
    Array.from({ length: 16 }, (_, at) => `/${84 + at}`),
  )
  expect((await log.next('revoke')).url()).toBe('/84')
  log.add(arrival('revoke', 100, 15 * MEBI))
  expect(log.all()).toHaveLength(2)
  log.add({ ...arrival('revoke', 101), parameters: Array.from({ length: MEBI / 4 }, () => ['a', '']) })
  expect(log.all().map((request) => request.url())).toEqual(['/101'])
  const url = `/${'x'.repeat(17 * MEBI)}`
  log.add({ ...arrival('revoke', 102), request: { method: 'GET', url, headers: {}, body: '' } })
  log.add(arrival('revoke', 103))
  log.add({ ...arrival('revoke', 104), request: { method: 'GET', url: '/', headers: { a: url }, body: '' } })
  expect(log.all()).toHaveLength(1)
  for (let number = 105; number < 110; number += 1) log.add(arrival('revoke', number))
  expect(log.all()).toHaveLength(5)
})

test('whoever waits without a signal for what never comes learns what did', async () => {
  const log = new RequestLog(linode, ['refresh', 'revoke'])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const failed = (wait: Promise<unknown>): Promise<unknown> =>
      wait.then(
        () => 'it came',
        (error: Error) => error.message,
      )
    const first = failed(log.next('revoke'))
    vi.advanceTimersByTime(4000)
    expect(await first).toBe("no request of the kind 'revoke' came in 4 seconds; nothing came at all")
    for (const number of [1, 2]) log.add(arrival('refresh', number))
    const second = failed(log.next('revoke'))
    vi.advanceTimersByTime(3999)
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(await second).toBe("no request of the kind 'revoke' came in 4 seconds; there came 'refresh'")

    const answered = failed(log.next('revoke'))
    const patient = failed(log.next('revoke', { signal: new AbortController().signal }))
    for (const number of [3, 4]) log.add(arrival('revoke', number))
    expect([await answered, await patient, vi.getTimerCount()]).toEqual(['it came', 'it came', 0])
  } finally {
    vi.useRealTimers()
  }
})

test('whoever waits by a signal holds the process, until the signal is aborted', async () => {
  const log = new RequestLog(linode, ['revoke'])
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  const stop = new AbortController()
  const waiting = log.next('revoke', { signal: stop.signal })
  expect(timers()).toBe(before + 1)
  stop.abort('enough')
  await expect(waiting).rejects.toBe('enough')
  expect(timers()).toBe(before)
})

test('whoever waited lets go of the signal, however the wait ends', async () => {
  const login = await FakeLogin.start({ listen: false })
  const { signal } = new AbortController()
  const answered = Array.from({ length: 3 }, () => login.requests.next('revoke', { signal }))
  const abandoned = login.requests.next('refresh', { signal })
  expect(getEventListeners(signal, 'abort')).toHaveLength(4)
  for (const waiting of answered) {
    await post(login, '/oauth/revoke', {})
    await waiting
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(1)
  await login.stop()
  await expect(abandoned).rejects.toThrow('stopped')
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})

test('a kind of request that there is not is refused, since it would never come', async () => {
  await using login = await FakeLogin.start({ listen: false })
  const misspelt = 'refesh' as 'refresh'
  await expect(login.requests.next(misspelt)).rejects.toThrow("not 'refesh' (did you mean 'refresh'?)")
  expect(() => login.requests.all(misspelt)).toThrow("did you mean 'refresh'?")
})

test.each([
  [{ singal: new AbortController().signal }, "there is no 'singal' (did you mean 'signal'?)"],
  [{ signal: new AbortController() }, 'signal must be an AbortSignal, not an AbortController'],
  [new AbortController().signal, 'options must be a plain object, not an AbortSignal'],
])('a wait that could not be given up is refused: %#', async (options, words) => {
  await using login = await FakeLogin.start({ listen: false })
  await expect(login.requests.next('refresh', options as never)).rejects.toThrow(words)
})
