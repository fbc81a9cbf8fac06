// Callers who leave: before a request, or while a store keeps them waiting.
import { getEventListeners } from 'node:events'
import { beforeEach, expect, test } from 'vitest'
import { callback, clientAnswered, code, freshClient } from '../client/client.fixture.js'
import { failure } from '../errors/safe.fixture.js'

let { pending, client, sent } = freshClient()
beforeEach(() => {
  ;({ pending, client, sent } = freshClient())
})

test('N9 a caller who aborted before the exchange uses no login up', async () => {
  const { state } = await client.beginLogin({ pending })
  const url = callback({ state, code })
  const work = client.completeLogin(url, { pending, signal: AbortSignal.abort() })
  expect(await failure(work)).toMatchObject({ code: 'cancelled', sent: 'no', operation: 'exchange' })
  await client.completeLogin(url, { pending })
  expect(sent).toHaveLength(1)
})

test('N9 a store that never answers doesn’t outlive its caller', async () => {
  const never = new Promise<never>(() => {})
  const caller = new AbortController()
  const { signal } = caller
  // Secrets that only those who know them can hide: they look like words.
  const code = 'thecode'
  ;({ client, sent } = clientAnswered([], { random: (bytes) => new Uint8Array(bytes) }))
  const { state } = await client.beginLogin({ pending })
  const url = callback({ state, code })
  const login = pending.get(state)
  let asked: () => void = () => {}
  const begun = new Promise<void>((resolve) => (asked = resolve))
  const hang = (): Promise<never> => {
    asked()
    return never
  }
  const stores = [
    client.beginLogin({ pending: { put: hang, get: () => undefined, take: () => undefined }, signal }),
    client.completeLogin(url, { pending: { put: hang, get: () => never, take: () => undefined }, signal }),
    client.completeLogin(url, { pending: { put: hang, get: () => login, take: () => never }, signal }),
  ]
  const errors = stores.map((work, at) => failure(work, at === 0 ? [state] : [state, code]))
  await begun
  caller.abort(new Error(`left with ${state} and ${code}`))
  const [put, get, take] = await Promise.all(errors)
  const left = {
    name: 'NetworkError',
    code: 'cancelled',
    sent: 'no',
    cause: { message: expect.stringContaining('left with') },
  }
  expect(put).toMatchObject({ ...left, operation: 'authorize' })
  expect(get).toMatchObject({ ...left, operation: 'exchange' })
  expect(get?.message).toBe('The exchange request was cancelled; it was not sent.')
  expect(take).toMatchObject({ ...left, operation: 'exchange' })
  expect(take?.message).toContain('it was not sent, but the login may be used up: begin another.')
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  expect(sent).toHaveLength(0)
})

test('nothing of a login is left at its caller’s signal', async () => {
  const { signal } = new AbortController()
  const { state } = await client.beginLogin({ pending, signal })
  await client.completeLogin(callback({ state, code }), { pending, signal })
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})

test('N9 a store that fails after its caller has left is not heard of again', async () => {
  const unhandled: unknown[] = []
  const keep = (reason: unknown): unknown => unhandled.push(reason)
  process.on('unhandledRejection', keep)
  const caller = new AbortController()
  const { state } = await client.beginLogin({ pending })
  const broken = {
    put: () => {},
    get: async () => {
      caller.abort()
      throw new Error('too late')
    },
    take: () => undefined,
  }
  const work = client.completeLogin(callback({ state, code }), { pending: broken, signal: caller.signal })
  expect(await failure(work)).toMatchObject({ code: 'cancelled' })
  await new Promise((done) => setImmediate(done))
  process.off('unhandledRejection', keep)
  expect(unhandled).toEqual([])
  const put = () => Promise.reject(new Error('full'))
  expect(await failure(client.beginLogin({ pending: { ...broken, put } }))).toMatchObject({
    code: 'store_failed',
    cause: { message: 'full' },
  })
})

test('N9 a caller who left before begins no login', async () => {
  const store = { put: () => expect.fail('stored'), get: () => undefined, take: () => undefined }
  const work = client.beginLogin({ pending: store, signal: AbortSignal.abort() })
  expect(await failure(work)).toMatchObject({ code: 'cancelled', sent: 'no', operation: 'authorize' })
})

test('N9 a caller who leaves between the store’s answer and the request is told that the login is used up', async () => {
  for (let ticks = 0; ticks < 12; ticks += 1) {
    const caller = new AbortController()
    const { state } = await client.beginLogin({ pending })
    const leaving = {
      put: () => {},
      get: (state: string) => pending.get(state),
      take: async (state: string) => {
        const login = pending.take(state)
        void (async () => {
          for (let tick = 0; tick < ticks; tick += 1) await undefined
          caller.abort()
        })()
        return login
      },
    }
    const work = client.completeLogin(callback({ state, code }), { pending: leaving, signal: caller.signal })
    const error = await failure(work, [state, code])
    expect(error.code).toBe('cancelled')
    if ('sent' in error && error.sent === 'no') {
      expect(error.message).toContain('it was not sent, but the login may be used up: begin another.')
    }
    if (sent.length > 0) return
  }
  expect.fail('no abort came late enough to be after the request')
})

test('N1 a request that surely was not sent is told to have used its login up', async () => {
  ;({ client } = clientAnswered(
    [() => Promise.reject(new TypeError('refused'))],
    {},
    { notSent: () => true },
  ))
  const { state } = await client.beginLogin({ pending })
  const error = await failure(client.completeLogin(callback({ state, code }), { pending }))
  expect(error).toMatchObject({ code: 'failed', sent: 'no' })
  expect(error.message).toContain('the login may be used up')
  expect((await failure(client.finishOAuth(code))).message).not.toContain('used up')
  ;({ client } = clientAnswered([() => Promise.reject(new TypeError('lost'))]))
  const { state: another } = await client.beginLogin({ pending })
  const lost = await failure(client.completeLogin(callback({ state: another, code }), { pending }))
  expect(lost.message).toBe(
    'The exchange request to https://login.linode.com failed on the way (lost); the login server may have received it.',
  )
})
