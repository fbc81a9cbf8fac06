import { expect, expectTypeOf, test } from 'vitest'
import { ScopeError } from './errors.js'
import type { OAuthScope } from './generated/scopes.js'
import { forOperations, type Operation, operations } from './operations.js'
import { linodeScopes } from './scopes/linode.js'

test.each<[readonly Operation[], readonly OAuthScope[]]>([
  [[], []],
  [['GET /linode/instances'], ['linodes:read_only']],
  [['GET /regions', 'GET /betas'], []],
  [
    ['GET /linode/instances', 'POST /volumes/{volumeId}/attach', 'GET /account'],
    ['account:read_only', 'linodes:read_write', 'volumes:read_write'],
  ],
])('%j need %j', (operations, scopes) => {
  expect(forOperations(operations)).toEqual(scopes)
  expectTypeOf(forOperations(operations)).toEqualTypeOf<OAuthScope[]>()
})

test('every operation of the table is answered: with scopes that are known and suffice, or with a reason', () => {
  for (const name of Object.keys(operations).filter(isOperation)) {
    const access = operations[name]
    if (access === 'pat') continue
    const scopes = forOperations([name])
    if (typeof access === 'string') expect(scopes).toEqual([])
    else expect(access.some((set) => linodeScopes.covers(scopes, set))).toBe(true)
  }
})

function isOperation(name: string): name is Operation {
  return Object.hasOwn(operations, name)
}

test.each(['GET /nowhere', 'get /account', '__proto__', 'constructor', ''])('%j is no operation', (name) => {
  // @ts-expect-error: what a caller without types may do
  expect(() => forOperations([name])).toThrow(
    expect.objectContaining({ code: 'unknown_operation', name: 'ScopeError' }),
  )
})

test('an operation for personal access tokens is no question of scopes', () => {
  expect(() => forOperations(['GET /entities'])).toThrow(ScopeError)
})
