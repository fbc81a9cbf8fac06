import { expect, test } from 'vitest'
import { gitHub } from '../../spec/providers.fixture.js'
import { emitted } from '../model.fixture.js'
import { scopeCovers } from './scope-covers.js'

const PATH = 'client/generated/scope-covers.ts'

test('every scope has itself and the entries of what it includes, the wildcard every scope', async () => {
  const { [PATH]: text } = await emitted(scopeCovers)
  expect(text).toContain(`import type { OAuthScope } from './scopes.js'

/** Each scope with all that it covers, itself too. */
export type ScopeCovers = {
  readonly 'box:read': 'box:read'
  readonly 'box:write': 'box:write' | ScopeCovers['box:read']
  readonly 'gift_card:read': 'gift_card:read'
  readonly 'gift_card:write': 'gift_card:write' | ScopeCovers['gift_card:read'] | ScopeCovers['box:read']
  readonly 'stamp:read': 'stamp:read'
  readonly offline: 'offline' | ScopeCovers['box:read']
  readonly '*': OAuthScope
}
`)
})

test('without a wildcard none is named', async () => {
  const { [PATH]: text } = await emitted(scopeCovers, gitHub)
  expect(text).toContain("  readonly 'write:org': 'write:org' | ScopeCovers['read:org']\n")
  expect(text).not.toMatch(/OAuthScope|'\*'/)
})
