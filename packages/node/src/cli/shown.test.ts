import { expect, test } from 'vitest'
import { shown } from './shown.js'

test.each([
  ['linodes:read_only', 'linodes:read_only'],
  [' a\u001b[2J\r\n\u2028b\u202e ', 'a [2J b'],
  ['\ud800', ''],
  ['x'.repeat(120), 'x'.repeat(120)],
  ['x'.repeat(121), `${'x'.repeat(120)}…`],
])('%j is shown as %j', (text, line) => {
  expect(shown(text)).toBe(line)
})
