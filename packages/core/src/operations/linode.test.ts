// The scopes that operations of Linode's API need.
import { expect, expectTypeOf, test } from 'vitest'
import { ScopeError } from '../errors/errors.js'
import type { OAuthScope } from '../generated/scopes.js'
import {
  forOperations,
  type OAuthOperation,
  type Operation,
  type OperationReference,
  operationOf,
  operations,
  operationsAllowed,
  type PersonalTokenOperation,
  scopeSetsForOperations,
  whyNeeded,
} from '../operations.js'
import * as linodeScopes from '../scopes/linode.js'

test.each<[readonly OperationReference[], readonly OAuthScope[]]>([
  [[], []],
  [['GET /linode/instances'], ['linodes:read_only']],
  [['get-linode-instances'], ['linodes:read_only']],
  [['GET https://api.linode.com/v4/linode/instances?page=2'], ['linodes:read_only']],
  [['GET /regions', 'GET /profile'], []],
  [
    ['GET /linode/instances', 'POST /volumes/{volumeId}/attach', 'GET /account'],
    ['account:read_only', 'linodes:read_write', 'volumes:read_write'],
  ],
])('%j need %j', (operations, scopes) => {
  expect(forOperations(operations)).toEqual(scopes)
  expect(scopeSetsForOperations(operations)).toEqual([scopes])
  expectTypeOf(forOperations(operations)).toEqualTypeOf<OAuthScope[]>()
})

const names = [...operations().keys()]
const personal = names.filter((name) => !isForOAuth(name))

test('every operation of the table is answered: with scopes that are known and suffice, or with a reason', () => {
  for (const [name, { needs }] of operations()) {
    if (!isForOAuth(name)) {
      // @ts-expect-error: refused while typing, too
      expect(() => forOperations([name])).toThrow(expect.objectContaining({ code: 'personal_token_only' }))
      continue
    }
    const scopes = forOperations([name])
    if (typeof needs === 'string') expect(scopes).toEqual([])
    else expect(needs.some((set) => linodeScopes.covers(scopes, set))).toBe(true)
    expect(operationsAllowed(scopes)).toContain(name)
  }
})

test('every operation is found by its id and by a concrete URL', () => {
  for (const [name, { id }] of operations()) {
    const [method, path = ''] = name.split(' ')
    expect(operationOf(id)).toBe(name)
    expect(operationOf(`${method} https://api.linode.com/v4${path.replace(/\{\w+\}/g, '12')}`)).toBe(name)
    expect(
      operationOf(`${method} http://127.0.0.1:8080/v4beta${path.replace(/\{\w+\}/g, 'a-b.c')}?x#y`),
    ).toBe(name)
  }
})

test('an operation that takes a personal access token only is told apart, in its type too', () => {
  expect(personal).not.toEqual([])
  expect(personal).not.toContain('GET /account')
  expectTypeOf<'GET /account'>().not.toExtend<PersonalTokenOperation>()
  expectTypeOf<Exclude<Operation, OAuthOperation>>().toEqualTypeOf<PersonalTokenOperation>()
})

function isForOAuth(name: Operation): name is OAuthOperation {
  return operations().get(name)?.needs !== 'pat'
}

test.each([
  'GET /nowhere',
  'get /account',
  '__proto__',
  'constructor',
  '',
  'GET https://api.linode.com',
  'GET https://api.linode.com/v4/',
  'GET https://api.linode.com/v4/linode/instances//disks',
  'GET https://api.linode.com/anything/account',
  `GET https://api.linode.com/v4${'/linode'.repeat(20_000)}`,
])('%.60j is no operation', (name) => {
  expect(operationOf(name)).toBeUndefined()
  // @ts-expect-error: what a caller without types may do
  expect(() => forOperations([name])).toThrow(
    expect.objectContaining({ code: 'unknown_operation', name: 'ScopeError' }),
  )
})

test.each([
  ['GET /linode/instance', '"GET /linode/instances"'],
  ['get /account', '"GET /account"'],
  ['get-linode-instanses', '"get-linode-instances"'],
])('%j is told with the nearest ones', (name, nearest) => {
  // @ts-expect-error: a misspelt operation
  expect(() => forOperations([name])).toThrow(nearest)
})

test('a misspelt operation is refused while typing', () => {
  // @ts-expect-error
  expect(() => forOperations(['GET /linode/instance'])).toThrow(ScopeError)
})

test('one operation that is no list is told as that, not letter by letter', () => {
  // @ts-expect-error
  expect(() => forOperations('GET /account')).toThrow('expected a list')
})

test('a reviewer is told what a scope is for', () => {
  expect(
    whyNeeded('linodes:read_write', [
      'GET /linode/instances',
      'POST /volumes/{volumeId}/attach',
      'GET /account',
      'GET /regions',
    ]),
  ).toEqual([
    { operation: 'GET /linode/instances', needs: [['linodes:read_only']], always: true },
    { operation: 'POST /volumes/{volumeId}/attach', needs: [['linodes:read_write']], always: true },
  ])
})

test('all operations that are misspelt are told at once, and all that take a personal access token only', () => {
  const ask = (...names: string[]) => Reflect.apply(forOperations, undefined, [names])
  expect(() => ask(...personal, 'GET /linode/instance', 'GET /account', 'GET /acount')).toThrow(
    /^No operation is called "GET \/linode\/instance". Did you mean .+\? No operation is called "GET \/acount"\. Did /,
  )
  expect(() => ask('GET /account', ...personal.slice(0, 2))).toThrow(
    `"${personal[0]}", "${personal[1]}" take a personal access token, whatever the scopes.`,
  )
  expect(() => ask(...personal)).toThrow(`The same is true of ${personal.length - 10} more.`)
})

test('a reviewer who asks about what has no answer is told so', () => {
  const ask = (scope: string, ...names: string[]) => Reflect.apply(whyNeeded, undefined, [scope, names])
  expect(() => ask('linodes:*', ...personal.slice(0, 1))).toThrow(
    expect.objectContaining({ code: 'personal_token_only' }),
  )
  for (const scope of ['linods:read_only', 'linodes:* linods:read_only', 'linodes:none', '', 'rockets:fly']) {
    expect(() => ask(scope, 'GET /account')).toThrow(
      expect.objectContaining({ code: 'unknown_scope', name: 'ScopeError' }),
    )
  }
  expect(() => ask('linods:read_only')).toThrow('Did you mean "linodes:read_only"')
  expect(ask('linodes:view', 'GET /linode/instances')).toHaveLength(1)
})

test('what a token can do grows with its scopes', () => {
  const none = operationsAllowed([])
  const reading = operationsAllowed('domains:read_only')
  const everything = operationsAllowed('*')
  expect(none).toContain('GET /regions')
  expect(none).not.toContain('GET /domains')
  expect(reading).toEqual(expect.arrayContaining([...none, 'GET /domains']))
  expect(reading).not.toContain('POST /domains')
  expect(everything).toEqual(names.filter(isForOAuth))
})
