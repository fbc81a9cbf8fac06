// Deadlines: work that is done in time, that is late, and that is left.
import { getEventListeners } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { startDeadline } from './deadline.js'

const never = new Promise<never>(() => {})

afterEach(() => {
  vi.useRealTimers()
})

test('work that is done in time is its outcome', async () => {
  const deadline = startDeadline(1000, undefined)
  expect(await deadline.race(Promise.resolve('done'))).toBe('done')
  await expect(deadline.race(Promise.reject(new Error('own')))).rejects.toThrow('own')
  expect(deadline.passed).toBeUndefined()
  deadline.end()
})

test('A5 work that heeds no signal is left when the time is over', async () => {
  const deadline = startDeadline(10, undefined)
  await expect(deadline.race(never)).rejects.toBeUndefined()
  expect(deadline.passed).toBe('timeout')
  expect(deadline.signal.aborted).toBe(true)
})

test('the caller’s leaving ends it, for the caller’s reason', async () => {
  const caller = new AbortController()
  const deadline = startDeadline(1000, caller.signal)
  const race = deadline.race(never)
  caller.abort('left')
  await expect(race).rejects.toBe('left')
  expect(deadline.passed).toBe('cancelled')
  expect(deadline.signal.reason).toBe('left')
  deadline.end()
})

test('what comes late is handed on, and a late failure is dropped', async () => {
  const caller = new AbortController()
  const deadline = startDeadline(1000, caller.signal)
  const late: string[] = []
  let resolve: (value: string) => void = () => {}
  let reject: (reason: Error) => void = () => {}
  const resolved = deadline.race(new Promise<string>((done) => (resolve = done)), (value) => late.push(value))
  const rejected = deadline.race(new Promise<string>((_, fail) => (reject = fail)))
  caller.abort('left')
  await expect(resolved).rejects.toBe('left')
  await expect(rejected).rejects.toBe('left')
  resolve('response')
  reject(new Error('too late'))
  await new Promise((done) => setImmediate(done))
  expect(late).toEqual(['response'])
  deadline.end()
})

test('a late answer that can’t be let go is dropped too', async () => {
  const unhandled: unknown[] = []
  const keep = (reason: unknown): unknown => unhandled.push(reason)
  process.on('unhandledRejection', keep)
  const caller = new AbortController()
  const deadline = startDeadline(1000, caller.signal)
  let resolve: (value: undefined) => void = () => {}
  let asked = false
  const race = deadline.race(new Promise<undefined>((done) => (resolve = done)), () => {
    asked = true
    throw new TypeError('no answer at all')
  })
  caller.abort('left')
  await expect(race).rejects.toBe('left')
  resolve(undefined)
  await new Promise((done) => setImmediate(done))
  process.off('unhandledRejection', keep)
  expect([asked, unhandled]).toEqual([true, []])
  deadline.end()
})

test('in the end no timer is left', () => {
  vi.useFakeTimers()
  const deadline = startDeadline(1000, undefined)
  expect(vi.getTimerCount()).toBe(1)
  deadline.end()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(2000)
  expect(deadline.passed).toBeUndefined()
})

test('in the end nothing is left at the caller’s signal', () => {
  const caller = new AbortController()
  for (let index = 0; index < 50; index += 1) startDeadline(1000, caller.signal).end()
  expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0)
})
