import { expect, test, vi } from 'vitest'
import { oncePer } from './once-per.js'
import { reusing } from './reusing.js'
import { settled } from './settled.js'

test('what was read being the same, nothing is made again, whatever else is another', () => {
  const make = vi.fn(({ one }: { one: object; two: number }) => [one])
  const reused = reusing(make)
  const one = {}
  const first = reused({ one, two: 1 })
  expect(reused({ one, two: 2 })).toBe(first)
  expect(make).toHaveBeenCalledTimes(1)
  expect(reused({ one: {}, two: 2 })).not.toBe(first)
  expect(make).toHaveBeenCalledTimes(2)
})

test('what is read on one way only counts on that way', () => {
  const make = vi.fn((from: { way: 'a' | 'b'; a: number; b: number }) => from[from.way])
  const reused = reusing(make)
  expect(reused({ way: 'a', a: 1, b: 2 })).toBe(1)
  expect(reused({ way: 'a', a: 1, b: 3 })).toBe(1)
  expect(make).toHaveBeenCalledTimes(1)
  expect(reused({ way: 'b', a: 1, b: 3 })).toBe(3)
  expect(reused({ way: 'b', a: 1, b: 4 })).toBe(4)
})

test('a list that grew, shrank or holds another item is another', () => {
  const reused = reusing((list: readonly string[]) => list.join())
  for (const list of [['a'], ['a', 'b'], ['a', 'c'], ['a'], []]) expect(reused(list)).toBe(list.join())
})

test('what threw is asked again', () => {
  const make = vi.fn((from: { fails: boolean }) => {
    if (from.fails) throw new Error('it failed')
    return 'made'
  })
  const reused = reusing(make)
  expect(() => reused({ fails: true })).toThrow('it failed')
  expect(() => reused({ fails: true })).toThrow('it failed')
  expect(reused({ fails: false })).toBe('made')
  expect(make).toHaveBeenCalledTimes(3)
})

test('an object is asked about once, even if there is nothing to say', () => {
  const make = vi.fn(() => undefined)
  const asked = oncePer(make)
  const [one, other] = [{}, {}]
  for (const from of [one, other, one]) expect(asked(from)).toBeUndefined()
  expect(make).toHaveBeenCalledTimes(2)
})

test('what says the same as the last is the last, and the order of keys says something', () => {
  const same = settled<object>()
  const [first, equal, other] = [
    { a: ['x'], b: 1 },
    { a: ['x'], b: 1 },
    { b: 1, a: ['x'] },
  ]
  expect(same(first)).toBe(first)
  expect(same(equal)).toBe(first)
  expect(same(other)).toBe(other)
})
