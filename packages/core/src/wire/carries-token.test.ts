import { expect, test } from 'vitest'
import { carriesToken } from './carries-token.js'

test.each([
  ['?access_token=1', true],
  ['?a=1&id_token=1', true],
  ['?refresh_token', true],
  ['?%61ccess_token=1', true],
  ['#access_token=1&token_type=bearer', true],
  ['#a=1&id_token=1', true],
  ['#/route?access_token=1', true],
  ['#/route?a=1&refresh_token=1', true],
  ['', false],
  ['?code=1&state=access_token', false],
  ['#/access_token', false],
  ['?my_access_token=1', false],
])('K16 C24 a token in the URL part %j: %s', (part, expected) => {
  expect(carriesToken(new URL(`https://app.example/callback${part}`))).toBe(expected)
})
