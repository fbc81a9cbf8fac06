import { expect, test } from 'vitest'
import { askingLine, codeFor } from './scopes-in-code.js'

test.each([
  ['*', 'OAuthScopes.all'],
  ['child_account:read_write', 'OAuthScopes.ChildAccount.readWrite'],
  ["it's\\new", "'it\\'s\\\\new'"],
])('%s is %s in code', (scope, code) => {
  expect(codeFor(scope)).toBe(code)
})

test('several scopes are asked for in one list', () => {
  expect(askingLine(['lke:*', 'rockets:fly'])).toBe(
    "client.beginLogin({ scopes: [OAuthScopes.LKE.all, 'rockets:fly'], pending })",
  )
})
