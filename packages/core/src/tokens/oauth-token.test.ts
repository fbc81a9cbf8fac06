// What a token tells, and what it hides.
import { inspect } from 'node:util'
import { expect, expectTypeOf, test } from 'vitest'
import { accessToken, refreshToken, secrets, stoppedClock } from '../client/client.fixture.js'
import { ConfigurationError, LinodeLoginError, TokenFormatError } from '../errors/errors.js'
import { shownOf } from '../errors/safe.fixture.js'
import * as OAuthScopes from '../scopes/oauth-scopes.js'
import { InsufficientScopeError } from './insufficient-scope-error.js'
import { OAuthToken } from './oauth-token.js'

const fields = {
  accessToken,
  refreshToken,
  scopes: ['linodes:*', 'domains:read_only'],
  unrequestedScopes: ['linodes:*'],
  ungrantedScopes: ['vpc:*'],
  expiresAt: 1_800_000_000_000,
}
const token = new OAuthToken(fields)

test('its parts come out by name', () => {
  expect(token.accessToken).toBe(accessToken)
  expect(token.refreshToken).toBe(refreshToken)
  expect(token.tokenType).toBe('bearer')
  expect(token.scopes).toEqual(['domains:read_only', 'linodes:*'])
  expect(token.unrequestedScopes).toEqual(['linodes:*'])
  expect(token.ungrantedScopes).toEqual(['vpc:*'])
  expect(token.expiresAt).toBe(1_800_000_000_000)
})

test('a token’s secrets are properties like others, but none lists them', () => {
  const { accessToken: access, ...rest } = token
  expect(access).toBe(accessToken)
  expect('accessToken' in token && 'refreshToken' in token && 'toString' in token).toBe(true)
  expect(Object.keys(rest)).not.toContain('refreshToken')
  for (const name in token) expect(name).not.toMatch(/Token$/)
  expect(token).toBeInstanceOf(Object)
  expect(Object.create(token).accessToken).toBeUndefined()
  expect(Reflect.get(token, 'then')).toBeUndefined()
})

test('C17 no print-out, inspection, spread, copy or JSON of a token shows a secret', () => {
  const shown = [
    shownOf(token),
    shownOf({ nested: [token] }),
    JSON.stringify({ ...token }),
    JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(token))),
    shownOf(structuredClone(token)),
    shownOf(Object.assign({}, token)),
    inspect(token, { showHidden: true, getters: 'get', showProxy: true, depth: Number.POSITIVE_INFINITY }),
    `${token}`,
  ].join('\n')
  for (const secret of secrets) expect(shown).not.toContain(secret)
  expect(inspect(token)).toMatch(/^OAuthToken \[OAuthToken\]|^OAuthToken \{/)
  expect(JSON.parse(JSON.stringify(token))).toEqual({
    tokenType: 'bearer',
    scopes: ['domains:read_only', 'linodes:*'],
    unrequestedScopes: ['linodes:*'],
    ungrantedScopes: ['vpc:*'],
    expiresAt: 1_800_000_000_000,
  })
  expect(String(token)).toBe('[object OAuthToken]')
})

test('it never changes', () => {
  expect(
    Object.isFrozen(token) && Object.isFrozen(token.scopes) && Object.isFrozen(token.unrequestedScopes),
  ).toBe(true)
  expect(Reflect.set(token, 'expiresAt', 1)).toBe(false)
  expect(Reflect.set(token, 'accessToken', 'x')).toBe(false)
  const scopes = ['linodes:*']
  const made = new OAuthToken({ accessToken, scopes })
  scopes.push('*')
  expect(made.scopes).toEqual(['linodes:*'])
})

test('it covers what its scopes include', () => {
  expect(token.covers('linodes:read_only')).toBe(true)
  expect(token.covers(['linodes:read_only', 'domains:read_only'])).toBe(true)
  expect(token.covers('domains:read_write')).toBe(false)
})

test.each([['domains:*'], [undefined], [0]])(
  'A26 a second argument, %j, is refused, lest it go unseen',
  (second) => {
    const ask = () => Reflect.apply(token.covers, token, ['linodes:read_only', second])
    expect(ask).toThrow('needed: expected one scope, or one list of several')
  },
)

test.each([
  ['linode:read_only', 'This package knows no scope "linode:read_only". Did you mean "linodes:read_only"'],
  ['qqqq', /knows no scope "qqqq"\.$/],
])('of a misspelt scope, %s, the nearest is named, and no login is promised', (scope, message) => {
  const ask = () => Reflect.apply(token.require, token, ['domains:*', scope])
  expect(ask).toThrow(message)
  expect(ask).not.toThrow('A login that asks for more can help')
  expect(() => token.require('domains:*')).toThrow(/domains:\*\. A login that asks for more can help\.$/)
})

test.each([
  ['a list', ['linodes:read_only'], 'not a list: spread it, as in require(...scopes)'],
  [
    'a whole family',
    OAuthScopes.Linodes,
    'not a whole family: write .readOnly, .readWrite or .all after its name',
  ],
  ['a misspelt constant', undefined, 'not undefined: does OAuthScopes have that name?'],
])('%s is not required but told how to be', (_, wrong, message) => {
  expect(() => Reflect.apply(token.require, token, [wrong])).toThrow(message)
})

test('of a whole family it is said how to ask for a scope of it', () => {
  expect(() => Reflect.apply(token.covers, token, [OAuthScopes.Linodes])).toThrow(
    '.readOnly, .readWrite or .all',
  )
})

test('A26 a token without scopes covers nothing', () => {
  expect(new OAuthToken({ accessToken, scopes: [] }).covers('linodes:read_only')).toBe(false)
})

test('C12 a token is made with nothing proven, whatever place it is made for', () => {
  expectTypeOf(token).toEqualTypeOf<OAuthToken>()
  expectTypeOf(OAuthToken.deserialize).returns.toEqualTypeOf<OAuthToken>()
  // @ts-expect-error: nothing is proven of a token that is only made
  const made: OAuthToken<'linodes:read_only'> = new OAuthToken(fields)
  expect(made.equals(token)).toBe(true)
})

test('C12 A25 what a token is required to have is proven by what it has, and it stays the same token', () => {
  const proven = token.require('linodes:read_write', 'domains:read_only')
  expect(proven).toBe(token)
  expectTypeOf(proven).toEqualTypeOf<OAuthToken<'linodes:read_write' | 'domains:read_only'>>()
  const more = token.require('linodes:read_write').require('domains:read_only')
  expectTypeOf(more).toEqualTypeOf<OAuthToken<'linodes:read_write' | 'domains:read_only'>>()
  expect(token.require()).toBe(token)
  expect(token.require(...OAuthScopes.expand(token.scopes).filter(OAuthScopes.isKnown))).toBe(token)
})

test('A26 a token that lacks what it is required to have is refused, and what it lacks is named', async () => {
  const error = (() => {
    try {
      return token.require('linodes:read_only', 'domains:read_write', 'vpc:read_only')
    } catch (thrown) {
      return thrown
    }
  })()
  if (!InsufficientScopeError.is(error)) throw error
  expect(error).toMatchObject({
    code: 'insufficient_scope',
    operation: 'read-token',
    needed: ['linodes:read_only', 'domains:read_write', 'vpc:read_only'],
    missing: ['domains:read_write', 'vpc:read_only'],
    message: expect.stringContaining('domains:read_write, vpc:read_only'),
  })
  expect(shownOf(error)).not.toContain(accessToken)
  const client = { beginLogin: async (options: object) => options }
  const scopes = ['domains:read_write', 'linodes:*', 'vpc:read_only']
  const asked = await error.stepUp(client, new OAuthToken({ ...fields, ungrantedScopes: ['images:*'] }), {
    from: 'here',
  })
  expect(asked).toEqual({ from: 'here', scopes, ungrantedScopes: ['images:*'] })
  for (const scope of ['linodes:read_only', '*'] as const) {
    expect(() => new OAuthToken({ accessToken, scopes: [] }).require(scope)).toThrow(InsufficientScopeError)
  }
})

test('A40 it expires at its time, and without one never', () => {
  const clock = stoppedClock(1_800_000_000_000)
  expect(token.isExpired(clock.now() - 1)).toBe(false)
  expect(token.isExpired(clock.now())).toBe(true)
  expect(token.isExpired()).toBe(Date.now() >= 1_800_000_000_000)
  expect(new OAuthToken({ accessToken, scopes: [] }).isExpired(8.64e15)).toBe(false)
})

test.each([[undefined], [{}], [5], [['linodes:read_only', undefined]], [[{}]]])(
  'no answer is given to %o as scopes',
  (wrong) => {
    const ask = (name: string) => () => Reflect.apply(Reflect.get(token, name), token, [wrong])
    expect(ask('covers')).toThrow(/^needed: expected /)
    expect(() => Reflect.apply(token.require, token, [wrong])).toThrow(LinodeLoginError)
  },
)

test.each(['x', Number.NaN, null, new Date()])('%o is no time to expire at', (now) => {
  const ask = () => Reflect.apply(token.isExpired, token, [now])
  expect(ask).toThrow(ConfigurationError)
  expect(ask).toThrow('now: expected a number of milliseconds since 1970')
})

test('two tokens are equal in every field or not at all', () => {
  expect(token.equals(new OAuthToken({ ...fields, scopes: ['domains:read_only', 'linodes:*'] }))).toBe(true)
  const others = [
    { accessToken: 'x' },
    { refreshToken: 'x' },
    { refreshToken: undefined },
    { scopes: ['*'] },
    { unrequestedScopes: [] },
    { ungrantedScopes: [] },
    { expiresAt: 5 },
    { expiresAt: undefined },
  ]
  for (const other of others) expect(token.equals(new OAuthToken({ ...fields, ...other }))).toBe(false)
})

test.each([
  undefined,
  null,
  'text',
  {},
  { accessToken },
  { accessToken, scopes: 'linodes:*' },
  { accessToken, scopes: {} },
])('no token is made of %o', (wrong) => {
  expect(() => Reflect.construct(OAuthToken, [wrong])).toThrow(TokenFormatError)
})

test.each([
  { accessToken: '' },
  { accessToken: 'a\r\nb' },
  { refreshToken: 'ä' },
  { scopes: ['a\nb'] },
  { expiresAt: Number.NaN },
  { expiresAt: 8.65e15 },
])('C13 no token is made of %j', (wrong) => {
  expect(() => new OAuthToken({ ...fields, ...wrong })).toThrow(TokenFormatError)
})

test('a field that there isn’t is refused, with the nearest right word', () => {
  const expiring = { accessToken, scopes: [], expiresIn: 7200 }
  expect(() => new OAuthToken(expiring)).toThrow(ConfigurationError)
  expect(() => new OAuthToken(expiring)).toThrow('there is no option expiresIn: did you mean expiresAt?')
})

test('a token is made from the parts of another', () => {
  const { accessToken, refreshToken } = token
  expect(new OAuthToken({ ...token, accessToken, refreshToken }).equals(token)).toBe(true)
  expect(new OAuthToken(token).equals(token)).toBe(true)
  const other: object = { ...fields, tokenType: 'mac' }
  expect(() => Reflect.construct(OAuthToken, [other])).toThrow('tokenType: expected bearer')
})

test('a field that must be there is said to be missing', () => {
  const make = (fields: object) => () => Reflect.construct(OAuthToken, [fields])
  expect(make({ scopes: [] })).toThrow(/accessToken: expected a bearer token .*; it is missing\.$/)
  expect(make({ accessToken })).toThrow('scopes: expected a list of scopes; it is missing.')
  expect(make({ accessToken: '', scopes: [] })).toThrow(/characters\.$/)
})
