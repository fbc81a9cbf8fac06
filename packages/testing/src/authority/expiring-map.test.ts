import { expect, test } from 'vitest'
import { ExpiringMap } from './expiring-map.js'

test('what is over goes once there is much of it, and what lives stays', () => {
  let [now, largest] = [0, 0]
  const kept = new ExpiringMap<number>((end) => now >= end)
  for (let number = 0; number < 5000; number += 1) kept.set(`forever ${number}`, Number.POSITIVE_INFINITY)
  for (; now < 100_000; now += 1) {
    kept.set(`${now}`, now + 10)
    largest = Math.max(largest, kept.size)
  }
  expect(largest).toBeLessThan(2 * 5010 + 1)
  for (const key of ['forever 0', 'forever 4999', `${now - 1}`]) expect(kept.get(key)).toBeDefined()
})

test('few things stay, over or not', () => {
  const kept = new ExpiringMap<number>(() => true)
  for (let number = 0; number < 1000; number += 1) kept.set(`${number}`, number)
  expect([kept.get('0'), kept.size]).toEqual([0, 1000])
})

test('an insertion costs the same however many there are', () => {
  let looks = 0
  const kept = new ExpiringMap<number>(() => {
    looks += 1
    return false
  })
  for (let number = 0; number < 64_000; number += 1) kept.set(`${number}`, number)
  expect(looks).toBeLessThan(2 * 64_000)
})

test('with a bound the oldest go first, and never one of the last so many', () => {
  const kept = new ExpiringMap<number>(() => false, 2000)
  let [largest, missed] = [0, 0]
  for (let number = 0; number < 50_000; number += 1) {
    kept.set(`${number}`, number)
    largest = Math.max(largest, kept.size)
    if (kept.get(`${Math.max(0, number - 1999)}`) === undefined) missed += 1
  }
  expect([largest, missed]).toEqual([4000, 0])
  expect(kept.get('0')).toBeUndefined()
})

test('what is set again is new again', () => {
  const kept = new ExpiringMap<number>(() => false, 2000)
  let missed = 0
  for (let number = 0; number < 50_000; number += 1) {
    if (number % 1000 === 0) kept.set('again', number)
    kept.set(`${number}`, number)
    if (kept.get('again') === undefined) missed += 1
  }
  expect(missed).toBe(0)
})
