import { expect, test } from 'vitest'
import { RecentKeys } from './recent-keys.js'

test('forgets the oldest keys, and never one of the last thousand', () => {
  const kept = new Set<string>()
  const recent = new RecentKeys()
  let [largest, missed] = [0, 0]
  for (let number = 0; number < 10_000; number += 1) {
    kept.add(`${number}`)
    recent.add(`${number}`, (old) => kept.delete(old))
    for (const near of [number, Math.max(0, number - 999)]) if (!kept.has(`${near}`)) missed += 1
    largest = Math.max(largest, kept.size)
  }
  expect([largest < 2001, missed]).toEqual([true, 0])
})
