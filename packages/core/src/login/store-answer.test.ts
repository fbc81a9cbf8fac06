// Stores of pending logins that fail, or never answer.
import { beforeEach, expect, test } from 'vitest'
import { callback, clientAnswered, code, freshClient } from '../client/client.fixture.js'
import { ConfigurationError } from '../errors/errors.js'
import { failure } from '../errors/safe.fixture.js'

let { pending, client, sent } = freshClient()
beforeEach(() => {
  ;({ pending, client, sent } = freshClient())
})

test('a store that tells its failure by an error of ours is heard word for word, but not once its caller has left', async () => {
  const told = new ConfigurationError('sessionStorage', 'room for one more entry')
  const caller = new AbortController()
  const store = {
    put: () => Promise.reject(told),
    get: () => {
      caller.abort()
      return Promise.reject(told)
    },
    take: () => undefined,
  }
  expect(await failure(client.beginLogin({ pending: store }))).toBe(told)
  const url = callback({ state: 'x'.repeat(43), code })
  const work = client.completeLogin(url, { pending: store, signal: caller.signal })
  expect(await failure(work)).toMatchObject({ name: 'NetworkError', code: 'cancelled' })
})

test.each(['put', 'get', 'take'] as const)(
  'C17 X6 a store that fails at %s is told as one, without what it quotes',
  async (call) => {
    // Secrets that only those who know them can hide: they look like words.
    let calls = 0
    const random = (bytes: number): Uint8Array => {
      calls += 1
      return Uint8Array.from({ length: bytes }, (_, at) => (calls === 1 ? 0 : ([4, 16, 65][at % 3] ?? 0)))
    }
    ;({ client, sent } = clientAnswered([], { random }))
    const code = 'thecode'
    const [state, verifier] = ['A'.repeat(43), `${'B'.repeat(42)}A`]
    const store = {
      put: pending.put.bind(pending),
      get: pending.get.bind(pending),
      take: pending.take.bind(pending),
      [call]: (...args: unknown[]) => {
        const words = call === 'get' ? `${code} ${state}` : `${code} ${state} ${verifier}`
        throw Object.assign(new Error(`refused: ${words}`), { command: { name: call, args } })
      },
    }
    const begun = client.beginLogin({ pending: store })
    const work = begun.then(({ state }) =>
      client.completeLogin(callback({ state, code }), { pending: store }),
    )
    const error = await failure(work, [state, verifier, ...(call === 'put' ? [] : [code])])
    expect(error).toMatchObject({ name: 'NetworkError', code: 'store_failed', sent: 'no' })
    expect(error.cause).toMatchObject({ message: expect.stringContaining('refused: ') })
    expect(error.message.includes('may be used up')).toBe(call === 'take')
    expect(sent).toHaveLength(0)
  },
)

test.each(['put', 'get', 'take'] as const)(
  'a store that never answers at %s has a deadline',
  async (call) => {
    ;({ client, sent } = clientAnswered([], { timeout: 5 }))
    const never = new Promise<never>(() => {})
    const store = {
      put: pending.put.bind(pending),
      get: pending.get.bind(pending),
      take: pending.take.bind(pending),
      [call]: () => never,
    }
    const begun = client.beginLogin({ pending: store })
    const work = begun.then(({ state }) =>
      client.completeLogin(callback({ state, code }), { pending: store }),
    )
    const operation = call === 'put' ? 'authorize' : 'exchange'
    const error = await failure(work)
    expect(error).toMatchObject({ code: 'timeout', sent: 'no', operation })
    expect(error.message).toContain(
      `The ${operation} request was given up, since the store of pending logins did not answer in time; it was not sent`,
    )
    expect(sent).toHaveLength(0)
  },
)
