// Clocks that are wrong, and answers that are slow: what a token's lifetime is counted from.
import { type Clock, MemoryPendingLogins, OAuthToken } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { expect, test } from 'vitest'
import { token } from '../answers/answers.fixture.js'
import { startServer } from '../hostile-server.fixture.js'
import { calls, clientOf, tokenCalls } from '../refusal.fixture.js'
import { comeBack, fakeClientOf } from './comes-back.fixture.js'

const HOUR = 3_600_000

test.each([
  ['an hour ahead of', HOUR],
  ['an hour behind', -HOUR],
  ['twenty years behind', -175_000 * HOUR],
])(
  "H1 a client whose clock is %s the server's signs in, and its token lives two hours by its own clock",
  async (_, skew) => {
    await using login = await FakeLogin.start()
    const clock: Clock = {
      now: () => login.clock.now() + skew,
      monotonic: () => login.clock.monotonic(),
      sleep: (ms, signal) => login.clock.sleep(ms, signal),
    }
    const client = fakeClientOf(login, { clock })
    const pending = new MemoryPendingLogins({ clock })
    const { url } = await client.beginLogin({ pending })
    const signedIn = await client.completeLogin(await comeBack(url), { pending })
    expect(signedIn.expiresAt).toBe(clock.now() + 2 * HOUR)
    login.clock.advance({ hours: 1, minutes: 59, seconds: 59 })
    expect(signedIn.isExpired(clock.now())).toBe(false)
    login.clock.advance({ seconds: 1 })
    expect(signedIn.isExpired(clock.now())).toBe(true)
  },
)

test('H1 a wall clock that is set back an hour between two steps leaves a pending login its ten minutes', async () => {
  let setBack = 0
  await using login = await FakeLogin.start()
  const clock: Clock = {
    now: () => login.clock.now() - setBack,
    monotonic: () => login.clock.monotonic(),
    sleep: (ms, signal) => login.clock.sleep(ms, signal),
  }
  const client = fakeClientOf(login, { clock })
  const pending = new MemoryPendingLogins({ clock })
  const { url } = await client.beginLogin({ pending })
  const callback = await comeBack(url)
  setBack = HOUR
  login.clock.advance({ minutes: 10 })
  await expect(client.completeLogin(callback, { pending })).rejects.toMatchObject({ code: 'state_unknown' })
})

test.each(tokenCalls)(
  'H6 %s: the lifetime counts from when the request began, however slow the answer',
  async (call) => {
    let now = 1_800_000_000_000
    const began = now
    const clock: Clock = { now: () => now, monotonic: () => now - began, sleep: async () => {} }
    await using server = await startServer((response, request) => {
      now += 29_000
      token()(response, request)
    })
    const result = await calls[call](clientOf(server, { clock }))
    expect(result).toBeInstanceOf(OAuthToken)
    expect(result).toMatchObject({ expiresAt: began + 7_200_000 })
  },
)
