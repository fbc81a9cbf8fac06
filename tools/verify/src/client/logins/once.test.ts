// A login is used once: by its callback, true or declined, or by time.
import { MemoryPendingLogins, type PendingLogins, ServerError } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leaksOf, rejection, safe } from '../secrets/safety.fixture.js'
import { comeBack, fakeClientOf, loginThatCameBack } from './comes-back.fixture.js'

let login: FakeLogin

beforeAll(async () => {
  login = await FakeLogin.start()
})

afterAll(() => login.stop())

const exchanges = (): number => login.requests.all('exchange').length

test('C7 C20 K5 a callback that comes again makes no token request', async () => {
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  const before = exchanges()
  await client.completeLogin(callback, { pending })
  for (let times = 0; times < 3; times += 1) {
    const error = safe(await rejection(client.completeLogin(callback, { pending })), secrets)
    expect(error.code).toBe('state_unknown')
  }
  expect(exchanges() - before).toBe(1)
})

test('C7 C20 K5 K13 of ten callbacks at once, one makes a token request', async () => {
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  const before = exchanges()
  const attempts = Array.from({ length: 10 }, () => client.completeLogin(callback, { pending }))
  const outcomes = await Promise.allSettled(attempts)
  const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(failed).toHaveLength(9)
  for (const error of failed) expect(['already_used', 'state_unknown']).toContain(safe(error, secrets).code)
  expect(exchanges() - before).toBe(1)
})

test('C20 C7 the state is void even if the exchange failed', async () => {
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  const before = exchanges()
  login.on('exchange').once({ status: 500 }).thenReal()
  expect(safe(await rejection(client.completeLogin(callback, { pending })), secrets).code).toBe('unavailable')
  expect(safe(await rejection(client.completeLogin(callback, { pending })), secrets).code).toBe(
    'state_unknown',
  )
  expect(exchanges() - before).toBe(1)
})

/** A login whose user said no, in such words. */
async function declined(words: (state: string) => string) {
  const client = fakeClientOf(login)
  const pending = new MemoryPendingLogins({ clock: login.clock })
  const { url, state } = await client.beginLogin({ pending })
  login
    .on('authorize')
    .once({ error: 'access_denied', description: words(state) })
    .thenReal()
  const callback = await comeBack(url)
  const complete = async () => safe(await rejection(client.completeLogin(callback, { pending })), { state })
  return { complete, state }
}

test("C20 C26 the user's refusal is told once, as the server's error", async () => {
  const { complete } = await declined(() => 'The user said no.')
  const before = exchanges()
  const error = await complete()
  expect(error).toBeInstanceOf(ServerError)
  expect(error).toMatchObject({
    code: 'access_denied',
    operation: 'authorize',
    description: 'The user said no.',
  })
  expect((await complete()).code).toBe('state_unknown')
  expect(exchanges() - before).toBe(0)
})

test.each([
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a link in Markdown', '[sign in again](javascript:alert(1))'],
  ['a template', '{{constructor.constructor("alert(1)")()}}'],
  ['entities', '&lt;b&gt;&#0;&#x202e;'],
])('K12 %s in the description is data: whole, on one line, and not run', async (_, markup) => {
  const { complete } = await declined(() => markup)
  expect(await complete()).toMatchObject({ code: 'access_denied', description: markup })
})

test('K12 A22 a description with control characters is cleaned, a long one cut', async () => {
  const dirty = await declined(() => 'no\u001b[2J\r\nGET /admin\u2028\u202e')
  expect(await dirty.complete()).toMatchObject({ description: 'no [2J GET /admin' })
  const long = await declined(() => '<b>'.repeat(1_000))
  expect((await long.complete()).message.length).toBeLessThan(500)
})

test.each<[string, (state: string) => string]>([
  ['as it is', (state) => `no login for ${state}`],
  ['as a parameter', (state) => `no login for ?state=${state}&x`],
])('A21 a description with the state in it, %s, does not show it', async (_, words) => {
  const { complete } = await declined(words)
  expect((await complete()).code).toBe('access_denied')
})

/** A store that forgets nothing, and so leaves it to the client to see what is too old. */
function everlasting(): PendingLogins {
  const kept = new Map()
  return {
    put: async (state, record) => void kept.set(state, record),
    get: async (state) => kept.get(state),
    take: async (state) => {
      const record = kept.get(state)
      kept.delete(state)
      return record
    },
  }
}

test.each([
  ['by a store that forgets', () => new MemoryPendingLogins({ clock: login.clock }), 'state_unknown'],
  ['by the client, if the store does not forget', everlasting, 'login_expired'],
])('K18 a login that was begun too long ago is refused %s', async (_, store, code) => {
  const [client, pending] = [fakeClientOf(login), store()]
  const before = exchanges()
  const { url, state } = await client.beginLogin({ pending, ttl: 60_000 })
  const callback = await comeBack(url)
  login.clock.advance({ seconds: 60 })
  const error = safe(await rejection(client.completeLogin(callback, { pending })), { state })
  expect(error.code).toBe(code)
  expect(exchanges() - before).toBe(0)
})

test('K18 and one second earlier it is not', async () => {
  const { client, pending, callback } = await loginThatCameBack(login)
  login.clock.advance({ minutes: 9, seconds: 59 })
  await expect(client.completeLogin(callback, { pending })).resolves.toBeDefined()
})

test('N9 a caller who left before the exchange uses nothing up', async () => {
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  const signal = AbortSignal.abort()
  const error = safe(await rejection(client.completeLogin(callback, { pending, signal })), secrets)
  expect(error).toMatchObject({ code: 'cancelled', sent: 'no' })
  const token = await client.completeLogin(callback, { pending })
  expect(leaksOf(token, { accessToken: token.accessToken })).toEqual([])
})
