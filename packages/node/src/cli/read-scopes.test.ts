import { expect, test } from 'vitest'
import { readScopes } from './read-scopes.js'

test.each([
  ['linodes:*, LKE\n\tvpc:view', ['linodes:*', 'lke:*', 'vpc:read_only']],
  [' ["lke:*", "linodes:*"]', ['linodes:*', 'lke:*']],
  ['["linodes:* lke:*"]', ['linodes:*', 'lke:*']],
  ['', []],
  ['[]', []],
])('%j is read as %j', (text, scopes) => {
  expect(readScopes(text)).toEqual(scopes)
})

test.each(['[1]', '[["linodes:*"]]', '["linodes:*"', '[linodes:*]'])('%s is no list of texts', (text) => {
  expect(() => readScopes(text)).toThrow(
    expect.objectContaining({
      code: 'usage',
      message: 'Scopes: a list in JSON must hold texts, as in ["linodes:read_only"].',
    }),
  )
})

test('64 KiB are read, and not a character more', () => {
  const most = 'x'.repeat(64 * 1024)
  expect(readScopes(most)).toEqual([most])
  for (const text of [`${most}x`, JSON.stringify([`${most}x`])]) {
    expect(() => readScopes(text)).toThrow(
      expect.objectContaining({ code: 'usage', message: 'Scopes: at most 64 KiB are read.' }),
    )
  }
})
