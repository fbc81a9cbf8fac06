import { expect, test } from 'vitest'
import { ScopeError } from '../errors/errors.js'
import { all, Domains, Linodes } from '../generated/scopes.js'
import { readRequested } from './requested.js'

test('scopes are asked for in canonical form, one or several', () => {
  expect(readRequested([Linodes.all, Domains.readOnly, Linodes.all], 'authorize')).toEqual([
    'domains:read_only',
    'linodes:*',
  ])
  expect(readRequested(all, 'authorize')).toEqual(['*'])
  expect(readRequested([], 'authorize')).toEqual([])
})

test('a scope that is newer than this package may be asked for', () => {
  expect(readRequested(['brand_new:read_only'], 'authorize')).toEqual(['brand_new:read_only'])
})

test('what a caller without types may hand in is refused as well', () => {
  // @ts-expect-error: no scope
  expect(() => readRequested([undefined], 'authorize')).toThrow(ScopeError)
  const several = 'scopes: expected one scope each, not "a b": write several as a list'
  expect(() => readRequested(['a b'], 'authorize')).toThrow(several)
  expect(() => readRequested('a b', 'authorize')).toThrow(several)
  expect(() => readRequested('a\n', 'authorize')).toThrow(/not "a"$/)
})

test.each(['', ' ', 'a b', 'a,b', 'linodes:* domains:*', 'a"', 'a\\', 'a\n', 'é', '\u0000', 'x&state=1\r\n'])(
  '%j is no scope to ask for',
  (scope) => {
    expect(() => readRequested([scope], 'authorize')).toThrow(ScopeError)
    expect(() => readRequested(scope, 'refresh')).toThrow(
      expect.objectContaining({ code: 'malformed', operation: 'refresh' }),
    )
  },
)
