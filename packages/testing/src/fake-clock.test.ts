import { expect, test } from 'vitest'
import { FakeClock } from './fake-clock.js'
import { UsageError } from './options/usage-error.js'

test('it stands still, and goes on by what it is told', () => {
  const clock = new FakeClock(1000)
  expect([clock.now(), clock.monotonic()]).toEqual([1000, 0])
  clock.advance({ hours: 1, minutes: 1, seconds: 1, milliseconds: 1 })
  expect([clock.now(), clock.monotonic()]).toEqual([3_662_001, 3_661_001])
})

test('it starts at the time of the machine', () => {
  const before = Date.now()
  const now = new FakeClock().now()
  expect([before <= now, now <= Date.now()]).toEqual([true, true])
})

test.each([
  [{ seconds: -1 }, 'advance: the time must be not negative, not -1000'],
  [{ hours: Number.NaN }, 'hours must be a finite number'],
  [{ minutes: Number.POSITIVE_INFINITY }, 'minutes must be a finite number'],
  [{ hour: 2 }, "there is no 'hour' (did you mean 'hours'?)"],
  [{ days: 2 }, "There are 'hours', 'minutes', 'seconds' and 'milliseconds'"],
  [7200, 'advance: the time must be an object, such as { seconds: 7200 }, not 7200'],
  [null, 'such as { seconds: 7200 }, not null'],
])('it refuses to go on by %j: %s', (by, words) => {
  const clock = new FakeClock(0)
  const advance = (): void => clock.advance(by as never)
  expect(advance).toThrow(UsageError)
  expect(advance).toThrow(words)
  expect(clock.now()).toBe(0)
})

test('advancing wakes who slept so long, the earliest first, and no one else', async () => {
  const clock = new FakeClock(0)
  const woken: string[] = []
  const sleep = async (name: string, ms: number): Promise<void> => {
    await clock.sleep(ms)
    woken.push(name)
  }
  const all = Promise.all([
    sleep('late', 20),
    sleep('early', 10),
    sleep('at once', 0),
    sleep('never early', 21),
  ])
  clock.advance({ milliseconds: 20 })
  await clock.sleep(0)
  await Promise.resolve()
  expect(woken).toEqual(['at once', 'early', 'late'])
  clock.advance({ milliseconds: 1 })
  await all
  expect(woken).toHaveLength(4)
})

test('an aborted sleep rejects with the reason, before it and during it', async () => {
  const clock = new FakeClock()
  const stop = new AbortController()
  const sleeping = clock.sleep(1000, stop.signal)
  stop.abort('enough')
  await expect(sleeping).rejects.toBe('enough')
  await expect(clock.sleep(1000, stop.signal)).rejects.toBe('enough')
})

test.each([new Date(0), '2026-01-01', Number.NaN, null])('it can not start at %j', (start) => {
  expect(() => new FakeClock(start as never)).toThrow(UsageError)
})

test('a sleep of no number would never end, and is refused', async () => {
  await expect(new FakeClock().sleep('5' as never)).rejects.toThrow(
    'the time must be a number of milliseconds',
  )
  await expect(new FakeClock().sleep(Number.NaN)).rejects.toThrow(UsageError)
})
