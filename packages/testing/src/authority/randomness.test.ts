import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { realRandomness, seededRandomness } from './randomness.js'

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex')

test('gives as many characters of hex as asked, across blocks too', () => {
  for (const random of [realRandomness(), seededRandomness(1, sha256Hex)]) {
    for (const length of [1, 20, 64, 200, 9000])
      expect(random(length)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`))
  }
})

test('real chance does not repeat itself', () => {
  const random = realRandomness()
  const drawn = Array.from({ length: 1000 }, () => random(40))
  expect(new Set(drawn).size).toBe(1000)
})

test('a seed gives the same row of characters, however it is cut', () => {
  const whole = seededRandomness('seed', sha256Hex)(100)
  const cut = seededRandomness('seed', sha256Hex)
  expect(cut(30) + cut(64) + cut(6)).toBe(whole)
})
