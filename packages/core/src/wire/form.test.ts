// Parameters as they are written.
import { expect, test } from 'vitest'
import { encodeForm } from './form.js'

test('C3 a value that is left out or empty is not sent', () => {
  const form = encodeForm([
    ['a', 'x y&z'],
    ['b', undefined],
    ['c', ''],
    ['d', 'ü'],
  ])
  expect(form.toString()).toBe('a=x+y%26z&d=%C3%BC')
})
