import { expect, test } from 'vitest'
import { codeIn } from './code-in.js'

test.each([
  ['`box:read` is gone', ['box:read']],
  ['`a` box:read `b`', ['a', 'b']],
  ['`a`box:read`b`', ['a', 'b']],
  ['`box:read and more`', ['box:read and more']],
  ['`` `box:read` ``', ['`box:read`']],
  ['`GET\r\n  /boxes`', ['GET /boxes']],
  ['<!-- `box:read` --> gone', []],
  ['```ts\nask(`box:read`)\n```', ['ts ask(`box:read`)']],
  ['a ` alone', []],
  ['a \\` alone, and `box:read`', ['box:read']],
  ['no \\<!-- comment: `box:read`', ['box:read']],
])('%j shows %j as code', (markdown, code) => {
  expect(codeIn(markdown)).toEqual(code)
})
