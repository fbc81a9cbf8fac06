import { expect, test } from 'vitest'
import type { Figure, Limit } from './figure.js'
import { lineOf, verdictOn } from './judge.js'

const figure = (promised: Limit | undefined, ...values: number[]): Figure => ({
  what: 'nothing changed',
  unit: 'times node -e 0',
  values,
  ...(promised && { promised }),
})

const verdict = (...figures: Figure[]) => verdictOn(new Map([['generator', figures]]))

test('a broken promise gives exit code 1, and its name, what was measured and the limit', () => {
  expect(verdict(figure({ atMost: 1.6 }, 1.7, 1.5, 1.8), figure({ atMost: 1.7 }, 1.7))).toEqual({
    lines: [
      '2 promises, 1 broken:',
      '  generator: nothing changed: 1.70 (1.50 to 1.80) times node -e 0; at most 1.6 promised',
    ],
    exitCode: 1,
  })
})

test.each<[Limit, number, 0 | 1]>([
  [{ atMost: 2 }, 2, 0],
  [{ atMost: 2 }, 2.01, 1],
  [{ atMost: 2 }, 1, 0],
  [{ atLeast: 2 }, 2, 0],
  [{ atLeast: 2 }, 1.99, 1],
  [{ atLeast: 2 }, 3, 0],
  [{ atMost: 2 }, Number.NaN, 1],
  [{ atLeast: 2 }, Number.NaN, 1],
])('%j, measured %d: exit code %d', (limit, value, exitCode) => {
  expect(verdict(figure(limit, value)).exitCode).toBe(exitCode)
})

test('the middle is judged, and neither the best round nor the worst', () => {
  expect(verdict(figure({ atMost: 2 }, 1, 2, 9)).exitCode).toBe(0)
  expect(verdict(figure({ atMost: 2 }, 1, 3, 3)).exitCode).toBe(1)
})

test('what was promised and not measured is broken', () => {
  expect(verdict(figure({ atMost: 2 })).exitCode).toBe(1)
})

test('what is not promised breaks nothing', () => {
  expect(verdict(figure(undefined, 1e9))).toEqual({ lines: ['0 promises, all kept'], exitCode: 0 })
})

test('a line holds the middle, the range and the unit', () => {
  expect(lineOf(figure(undefined, 12_345, 1, 99_999.4))).toBe(
    'nothing changed: 12,345 (1 to 99,999) times node -e 0',
  )
  expect(lineOf(figure(undefined, 0.5))).toBe('nothing changed: 0.50 times node -e 0')
})
