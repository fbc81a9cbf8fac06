// Logins that wait for their callback in memory, bound to a browser or not.
import { expect, test } from 'vitest'
import { stoppedClock } from '../client/client.fixture.js'
import { ConfigurationError } from '../errors/errors.js'
import { boundTo, MemoryPendingLogins, type PendingLogin, type PendingLogins } from './pending-logins.js'

const record: PendingLogin = {
  issuer: 'https://login.linode.com',
  clientId: 'c',
  codeVerifier: 'v'.repeat(43),
  scopes: [],
  expiresAt: 0,
}

test('C20 a login is kept until it is taken, once', () => {
  const pending = new MemoryPendingLogins()
  pending.put('state', record, 1000)
  expect(pending.get('state')).toBe(record)
  expect(pending.get('state')).toBe(record)
  expect(pending.get('other')).toBeUndefined()
  expect(pending.take('state')).toBe(record)
  expect(pending.take('state')).toBeUndefined()
  expect(pending.get('state')).toBeUndefined()
})

test('K18 a login whose time is over is gone', () => {
  const clock = stoppedClock()
  const pending = new MemoryPendingLogins({ clock })
  pending.put('state', record, 1000)
  clock.advance(999)
  expect(pending.get('state')).toBe(record)
  clock.advance(1)
  expect(pending.get('state')).toBeUndefined()
  expect(pending.take('state')).toBeUndefined()
})

test('abandoned logins leave memory bounded: the oldest goes', () => {
  const pending = new MemoryPendingLogins({ limit: 3 })
  for (const state of ['a', 'b', 'c', 'd']) pending.put(state, record, 1000)
  expect(['a', 'b', 'c', 'd'].map((state) => pending.get(state) !== undefined)).toEqual([
    false,
    true,
    true,
    true,
  ])
  pending.put('b', record, 1000)
  pending.put('e', record, 1000)
  expect(['b', 'c', 'd', 'e'].map((state) => pending.get(state) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ])
})

test('C20 a login of another browser isn’t found', async () => {
  const pending = new MemoryPendingLogins()
  const mine = boundTo(pending, 'browser-1')
  const theirs = boundTo(pending, 'browser-2')
  await mine.put('state', record, 1000)
  expect(await theirs.get('state')).toBeUndefined()
  expect(await theirs.take('state')).toBeUndefined()
  expect(pending.get('state')).toBeUndefined()
  expect(await mine.get('state')).toBe(record)
  expect(await mine.take('state')).toBe(record)
})

test.each<[string, unknown]>([
  ['limit', { limit: Number.NaN }],
  ['limit', { limit: 0 }],
  ['limit', { limit: '10' }],
  ['clock', { clock: {} }],
  ['clock', { clock: Date }],
  ['options', null],
])('a bad %s of logins in memory is told: %j', (option, options) => {
  const build = () => Reflect.construct(MemoryPendingLogins, [options])
  expect(build).toThrow(ConfigurationError)
  expect(build).toThrow(`${option}: expected `)
})

test('logins in memory take no option that there isn’t', () => {
  const build = () => Reflect.construct(MemoryPendingLogins, [{ max: 3 }])
  expect(build).toThrow('there is no option max; there are clock, limit')
})

test('logins that are none can’t be bound to a browser', () => {
  const bind = () => Reflect.apply(boundTo, undefined, [new Map(), 'browser-1'])
  expect(bind).toThrow('pending: expected a store')
})

test.each([undefined, null, '', 'a\nb', 'ä', 'x'.repeat(5000), {}])(
  'C19 K6 a browser whose id is %j has begun nothing, and can begin nothing',
  async (id) => {
    const logins = new MemoryPendingLogins()
    logins.put(`${id}.state`, record, 1000)
    const pending: PendingLogins = Reflect.apply(boundTo, undefined, [logins, id])
    expect(await pending.get('state')).toBeUndefined()
    expect(await pending.take('state')).toBeUndefined()
    expect(logins.get(`${id}.state`)).toBe(record)
    expect(() => pending.put('state', record, 1000)).toThrow(ConfigurationError)
    expect(() => pending.put('state', record, 1000)).toThrow('browserId: expected the value of a cookie')
  },
)
