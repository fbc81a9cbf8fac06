import { expect, test } from 'vitest'
import { FakeClock } from './fake-clock.js'

test('it stands still, and goes on by what it is told', () => {
  const clock = new FakeClock(1000)
  expect([clock.now(), clock.monotonic()]).toEqual([1000, 0])
  clock.advance({ hours: 1, minutes: 1, seconds: 1, milliseconds: 1 })
  expect([clock.now(), clock.monotonic()]).toEqual([3_662_001, 3_661_001])
})

test('it starts at the time of the machine', () => {
  expect(Math.abs(new FakeClock().now() - Date.now())).toBeLessThan(1000)
})

test.each([{ seconds: -1 }, { hours: Number.NaN }, { minutes: Number.POSITIVE_INFINITY }])(
  'it refuses to go on by %j',
  (by) => {
    expect(() => new FakeClock().advance(by)).toThrow(RangeError)
  },
)

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

test('a part of time that is misspelt is refused instead of letting no time pass', () => {
  const clock = new FakeClock()
  for (const by of [{ hour: 2 }, { days: 2 }, 7200, null]) {
    expect(() => clock.advance(by as never)).toThrow('hours, minutes, seconds, milliseconds')
  }
})
