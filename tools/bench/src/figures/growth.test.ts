import { expect, test } from 'vitest'
import { growth } from './growth.js'

const grown = (cost: (size: number) => number) => {
  const sized = (size: number) => ({ size, costs: [cost(size), 2 * cost(size)] })
  return growth([sized(60), sized(600), sized(6000)])
}

test('what grows in line gives 1, whatever is fixed', () => {
  for (const ratio of grown((size) => 500 + 3 * size)) expect(ratio).toBeCloseTo(1)
})

test('what grows with the square gives as many times as the sizes are apart', () => {
  for (const ratio of grown((size) => 500 + size ** 2)) expect(ratio).toBeCloseTo(6060 / 660)
})

test('what is only partly squared is seen', () => {
  for (const ratio of grown((size) => 500 + size + size ** 2 / 5000)) expect(ratio).toBeGreaterThan(1.3)
})
