import { expect, test } from 'vitest'
import { Kept } from './kept.js'

test('what is over goes once there is much of it, and what lives stays', () => {
  let now = 0
  const kept = new Kept<number>((end) => now >= end)
  for (let number = 0; number < 5000; number += 1) kept.set(`forever ${number}`, Number.POSITIVE_INFINITY)
  for (; now < 100_000; now += 1) {
    kept.set(`${now}`, now + 10)
    expect(kept.size).toBeLessThan(2 * 5010 + 1)
  }
  for (const key of ['forever 0', 'forever 4999', `${now - 1}`]) expect(kept.get(key)).toBeDefined()
})

test('few things stay, over or not', () => {
  const kept = new Kept<number>(() => true)
  for (let number = 0; number < 1000; number += 1) kept.set(`${number}`, number)
  expect([kept.get('0'), kept.size]).toEqual([0, 1000])
})

test('an insertion costs the same however many there are', () => {
  let looks = 0
  const kept = new Kept<number>(() => {
    looks += 1
    return false
  })
  for (let number = 0; number < 64_000; number += 1) kept.set(`${number}`, number)
  expect(looks).toBeLessThan(2 * 64_000)
})
