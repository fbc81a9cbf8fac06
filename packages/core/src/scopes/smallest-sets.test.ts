// Choosing among alternatives: the answer is exact, or there is none.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createScopeAlgebra } from './algebra.js'
import { smallestSets } from './smallest-sets.js'

const algebra = createScopeAlgebra({
  includes: { all: ['b', 'c'], b: ['a'], a: [], c: ['a'], d: [] },
  aliases: {},
  wildcard: '*',
  separators: { read: ' ', write: ' ' },
  ignoreCase: false,
})

/** Every way to take one set of each list, with nothing clever about it. */
function byTrying(alternatives: readonly (readonly (readonly string[])[])[]): string[][] {
  const ways = alternatives.reduce<string[][]>(
    (found, sets) => found.flatMap((way) => sets.map((set) => algebra.union(way, set))),
    [[]],
  )
  const least = ways.filter((way) => !ways.some((other) => algebra.compare(way, other) === 'wider'))
  const fewest = Math.min(...least.map(({ length }) => length))
  const shortest = new Set(least.filter(({ length }) => length === fewest).map((way) => way.join(' ')))
  return [...shortest].sort().map((text) => text.split(' ').filter((scope) => scope !== ''))
}

test('it is what trying every way finds, unknown scopes and the wildcard included', () => {
  const scope = fc.constantFrom('a', 'b', 'c', 'd', 'all', 'new', '*')
  const sets = fc.array(fc.array(scope, { maxLength: 3 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(sets, { maxLength: 5 }), (alternatives) => {
      expect(smallestSets(alternatives, algebra)).toEqual(byTrying(alternatives))
    }),
    { numRuns: 500 },
  )
})

/** Operations that have nothing in common, each with two ways to call it. */
const pairs = (count: number) => Array.from({ length: count }, (_, at) => [[`x${at}`], [`y${at}`]])

test('up to 256 ways are told, every one', () => {
  expect(smallestSets(pairs(8), algebra)).toHaveLength(256)
  expect(smallestSets([...pairs(8), ...pairs(8), [['x3']]], algebra)).toHaveLength(128)
})

test('with more there is an error instead of an answer that may not be the smallest', () => {
  for (const alternatives of [pairs(9), pairs(500)]) {
    expect(() => smallestSets(alternatives, algebra)).toThrow(
      expect.objectContaining({
        name: 'ScopeError',
        code: 'too_many_ways',
        message: expect.stringContaining('256'),
      }),
    )
  }
})
