import { expect, test } from 'vitest'
import { importLines } from './imports.js'

test('packages come before paths, farther paths before nearer ones, and names by the alphabet', () => {
  expect(
    importLines([
      { from: './near.js', names: ['z'] },
      { from: '../far.js', names: ['b', 'type A', 'C'] },
      { from: '@scope/package', names: ['x'], typeOnly: true },
      { from: '../../farther.js', names: ['y'] },
    ]),
  ).toEqual([
    `import type { x } from '@scope/package'`,
    `import { y } from '../../farther.js'`,
    `import { type A, b, C } from '../far.js'`,
    `import { z } from './near.js'`,
  ])
})

test('nothing is imported for nothing', () => {
  expect(importLines([{ from: './a.js', names: [] }])).toEqual([])
})

test('many names take a line each', () => {
  const names = Array.from({ length: 20 }, (_, index) => `name${String(index).padStart(2, '0')}`)
  const [line] = importLines([{ from: './a.js', names }])
  expect(line).toMatch(/^import \{\n {2}name00,\n {2}name01,\n[\s\S]*\n {2}name19,\n\} from '\.\/a\.js'$/)
})
