import { expect, test } from 'vitest'
import { isBefore, numberOf } from './version.js'

test.each([
  ['4.10.0', '4.10.0'],
  ['v4.142.1-patch1', '4.142.1'],
  ['4.163.0-vpc-beta-1', '4.163.0'],
  ['4.10', '4.10.0'],
  ['DEVELOPMENT', undefined],
  ['2025-12', undefined],
  [undefined, undefined],
])('the number in %s is %s', (version, expected) => {
  expect(numberOf(version)).toBe(expected)
})

test('versions are compared as numbers, and only where both are', () => {
  expect(isBefore('4.9.0', '4.10.0')).toBe(true)
  expect(isBefore('4.10.0', '4.9.0')).toBe(false)
  expect(isBefore('4.10.0', '4.10.0-patch1')).toBe(false)
  expect(isBefore('4.9.0', '2025-12')).toBe(false)
  expect(isBefore(undefined, '4.9.0')).toBe(false)
})
