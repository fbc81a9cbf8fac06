import { expect, test } from 'vitest'
import { RecentKeys } from './recent-keys.js'

test('forgets the oldest keys, and never one of the last thousand', () => {
  const kept = new Set<string>()
  const recent = new RecentKeys()
  for (let number = 0; number < 10_000; number += 1) {
    kept.add(`${number}`)
    recent.add(`${number}`, (old) => kept.delete(old))
    for (const near of [number, Math.max(0, number - 999)]) expect(kept.has(`${near}`)).toBe(true)
    expect(kept.size).toBeLessThan(2001)
  }
})
