// The machine's clock.
import { expect, test } from 'vitest'
import { systemClock } from './clock.js'

test('the machine’s clock tells the time and never goes back', () => {
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000)
  const before = systemClock.monotonic()
  expect(systemClock.monotonic()).toBeGreaterThanOrEqual(before)
})

test('it sleeps as long as told', async () => {
  const before = systemClock.monotonic()
  await systemClock.sleep(15, new AbortController().signal)
  expect(systemClock.monotonic() - before).toBeGreaterThanOrEqual(13)
})

test('a sleep ends with its signal', async () => {
  await expect(systemClock.sleep(60_000, AbortSignal.abort('gone'))).rejects.toBe('gone')
  const controller = new AbortController()
  const sleeping = systemClock.sleep(60_000, controller.signal)
  controller.abort('left')
  await expect(sleeping).rejects.toBe('left')
})
