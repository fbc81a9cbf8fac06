import { expect, test } from 'vitest'
import { linode } from '../generated/provider.js'
import { challengeOf, codeFor, login, newAuthority, redirectUri, refused, user } from './authority.fixture.js'
import type { Client } from './clients.js'
import { createScopeReader } from './scope-reader.js'
import type { Switches } from './switches.js'
import type { TokenSet } from './tokens/issue-tokens.js'

test('S4 a code works once; bringing it again is refused and ends the tokens that came of it', () => {
  const { authority, client, credentials } = newAuthority()
  const code = codeFor(authority, client)
  const tokens = authority.exchange({ ...credentials, code })
  expect(authority.inspect(tokens.accessToken)?.scopes).toEqual(['linodes:read_write'])
  expect(() => authority.exchange({ ...credentials, code })).toThrow(refused('invalid_grant'))
  expect(authority.inspect(tokens.accessToken)).toBeUndefined()
  expect(() => authority.refresh({ ...credentials, refreshToken: tokens.refreshToken ?? '' })).toThrow(
    refused('invalid_grant'),
  )
})

test('S4 a code lives for its ten minutes and no longer', () => {
  const { authority, client, credentials, clock } = newAuthority()
  const [early, late] = [codeFor(authority, client), codeFor(authority, client)]
  clock.advance({ minutes: 10, milliseconds: -1 })
  expect(() => authority.exchange({ ...credentials, code: early })).not.toThrow()
  clock.advance({ milliseconds: 1 })
  expect(() => authority.exchange({ ...credentials, code: late })).toThrow(refused('invalid_grant'))
})

test.each([
  ['an access token', 7000, {}],
  ['a refresh token', 70_000, {}],
  ['a refresh token that expires', 70_000, { refreshToken: 80_000 }],
])(
  'S4 the reuse of a code is found as long as %s of it lives, however many codes come after',
  (_, age, more) => {
    const fixture = newAuthority({}, { code: 10, ...more })
    const { authority, client, credentials, clock } = fixture
    const code = codeFor(authority, client)
    const { accessToken, refreshToken = '' } = authority.exchange({ ...credentials, code })
    clock.advance({ seconds: age })
    for (let login = 0; login < 22_000; login += 1) {
      const other = codeFor(authority, client)
      if (login % 5 === 0) authority.exchange({ ...credentials, code: other })
    }
    clock.advance({ seconds: 10 })
    for (let login = 0; login < 10_000; login += 1) codeFor(authority, client)
    expect(() => authority.exchange({ ...credentials, code })).toThrow(refused('invalid_grant'))
    expect(authority.inspect(accessToken)).toBeUndefined()
    expect(() => authority.refresh({ ...credentials, refreshToken })).toThrow(refused('invalid_grant'))
  },
)

test('S4 a refused exchange uses the code up, unless another client tried', () => {
  const { authority, client, publicClient, credentials } = newAuthority()
  const code = codeFor(authority, client)
  expect(() => authority.exchange({ clientId: publicClient.id, code })).toThrow(refused('invalid_grant'))
  expect(() =>
    authority.exchange({ ...credentials, code, redirectUri: 'https://app.example/other' }),
  ).toThrow(refused('invalid_grant'))
  expect(() => authority.exchange({ ...credentials, code })).toThrow(refused('invalid_grant'))
})

test('S3 a public client must send a challenge, and the exchange its verifier', () => {
  const { authority, client, publicClient, credentials } = newAuthority()
  const verifier = 'v'.repeat(43)
  const pkce = { codeChallenge: challengeOf(verifier), codeChallengeMethod: 'S256' } as const
  expect(() => codeFor(authority, publicClient)).toThrow(refused('invalid_request'))
  expect(() => codeFor(authority, publicClient, { codeChallenge: pkce.codeChallenge })).toThrow(
    refused('invalid_request'),
  )
  const code = (): string => codeFor(authority, publicClient, pkce)
  const clientId = publicClient.id
  expect(() => authority.exchange({ clientId, code: code() })).toThrow(refused('invalid_grant'))
  expect(() => authority.exchange({ clientId, code: code(), codeVerifier: 'w'.repeat(43) })).toThrow(
    refused('invalid_grant'),
  )
  expect(authority.exchange({ clientId, code: code(), codeVerifier: verifier }).accessToken).toHaveLength(64)
  const unasked = codeFor(authority, client)
  expect(() => authority.exchange({ ...credentials, code: unasked, codeVerifier: verifier })).toThrow(
    refused('invalid_grant'),
  )
})

test.each([
  ['public', 'accepted', 'refused'],
  ['always', 'refused', 'refused'],
  ['never', 'accepted', 'accepted'],
] as const)(
  'S3 requirePkce %s: without a challenge a confidential client is %s, a public one %s',
  (requirePkce, one, other) => {
    const { authority, client, publicClient } = newAuthority({ requirePkce })
    const verdict = (asking: Client): string => {
      try {
        codeFor(authority, asking)
        return 'accepted'
      } catch {
        return 'refused'
      }
    }
    expect([verdict(client), verdict(publicClient)]).toEqual([one, other])
  },
)

test.each([
  ['required', undefined, redirectUri, 'accepted'],
  ['required', undefined, undefined, 'accepted'],
  ['required', redirectUri, redirectUri, 'accepted'],
  ['required', redirectUri, undefined, 'refused'],
  ['required', redirectUri, `${redirectUri}/`, 'refused'],
  ['required', undefined, `${redirectUri}/`, 'refused'],
  ['optional', redirectUri, undefined, 'accepted'],
  ['optional', redirectUri, `${redirectUri}/`, 'refused'],
] as const)(
  'redirect_uri %s at the exchange: %s then %s is %s',
  (exchangeRedirectUri, asked, repeated, verdict) => {
    const { authority, client, credentials } = newAuthority({ exchangeRedirectUri })
    const code = codeFor(authority, client, { redirectUri: asked })
    const exchange = (): TokenSet => authority.exchange({ ...credentials, code, redirectUri: repeated })
    if (verdict === 'accepted') expect(exchange).not.toThrow()
    else expect(exchange).toThrow(refused('invalid_grant'))
  },
)

test('a client is who it proves to be', () => {
  const { authority, client, credentials } = newAuthority()
  const code = codeFor(authority, client)
  expect(() => authority.exchange({ clientId: 'nobody', code })).toThrow(refused('invalid_client'))
  expect(() => authority.exchange({ clientId: client.id, code })).toThrow(refused('invalid_client'))
  expect(() => authority.exchange({ clientId: client.id, clientSecret: 'wrong', code })).toThrow(
    refused('invalid_client'),
  )
  expect(() => authority.exchange({ ...credentials, code })).not.toThrow()
})

test('strict rotation: each refresh token works once, and its reuse ends the grant', () => {
  const rooms = newAuthority()
  const { authority, credentials } = rooms
  const first = login(rooms)
  const second = authority.refresh({ ...credentials, refreshToken: first.refreshToken })
  expect(second.refreshToken).not.toBe(first.refreshToken)
  expect(authority.inspect(first.accessToken)).toBeDefined()
  expect(() => authority.refresh({ ...credentials, refreshToken: first.refreshToken })).toThrow(
    refused('invalid_grant'),
  )
  expect(authority.inspect(second.accessToken)).toBeUndefined()
  expect(() => authority.refresh({ ...credentials, refreshToken: second.refreshToken ?? '' })).toThrow(
    refused('invalid_grant'),
  )
})

test('no rotation: the refresh token stays', () => {
  const rooms = newAuthority({ rotation: 'none' })
  const { refreshToken } = login(rooms)
  for (let round = 0; round < 3; round += 1) {
    expect(rooms.authority.refresh({ ...rooms.credentials, refreshToken }).refreshToken).toBe(refreshToken)
  }
})

test('a refresh may ask for fewer scopes, for that access token alone, and never for more', () => {
  const rooms = newAuthority()
  const { authority, credentials } = rooms
  const { refreshToken } = login(rooms)
  expect(() => authority.refresh({ ...credentials, refreshToken, scope: 'domains:read_only' })).toThrow(
    refused('invalid_scope'),
  )
  const fewer = authority.refresh({ ...credentials, refreshToken, scope: 'linodes:read_only' })
  expect(authority.inspect(fewer.accessToken)?.scopes).toEqual(['linodes:read_only'])
  const again = authority.refresh({ ...credentials, refreshToken: fewer.refreshToken ?? '' })
  expect(again.scope).toBe('linodes:read_write')
})

test('a public client gets no refresh token, unless the switch says so', () => {
  const tokensOf = (switches: Partial<Switches>): TokenSet => {
    const { authority, publicClient } = newAuthority({ requirePkce: 'never', ...switches })
    return authority.exchange({ clientId: publicClient.id, code: codeFor(authority, publicClient) })
  }
  expect(tokensOf({}).refreshToken).toBeUndefined()
  expect(tokensOf({ publicRefreshTokens: true }).refreshToken).toHaveLength(64)
})

test("another client's refresh token is refused, and stays good", () => {
  const rooms = newAuthority()
  const { authority, credentials, publicClient } = rooms
  const { refreshToken } = login(rooms)
  expect(() => authority.refresh({ clientId: publicClient.id, refreshToken })).toThrow(
    refused('invalid_grant'),
  )
  expect(() => authority.refresh({ ...credentials, refreshToken })).not.toThrow()
})

test.each(['accessToken', 'refreshToken'] as const)('S13 revoking by the %s ends both tokens', (which) => {
  const rooms = newAuthority()
  const { authority, credentials } = rooms
  const tokens = login(rooms)
  authority.revoke({ ...credentials, token: tokens[which] })
  expect(authority.inspect(tokens.accessToken)).toBeUndefined()
  expect(() => authority.refresh({ ...credentials, refreshToken: tokens.refreshToken })).toThrow(
    refused('invalid_grant'),
  )
})

test("S13 revoking nothing is no error; revoking another client's token is, and ends nothing", () => {
  const rooms = newAuthority()
  const { authority, credentials, publicClient } = rooms
  const { accessToken } = login(rooms)
  expect(() => authority.revoke({ ...credentials, token: 'nothing' })).not.toThrow()
  expect(() => authority.revoke({ clientId: publicClient.id, token: accessToken })).toThrow(
    refused('invalid_grant'),
  )
  expect(() => authority.revoke({ clientId: 'nobody', token: accessToken })).toThrow(
    refused('invalid_client'),
  )
  expect(authority.inspect(accessToken)).toBeDefined()
})

test('an access token expires to the millisecond', () => {
  const rooms = newAuthority()
  const { accessToken } = login(rooms)
  rooms.clock.advance({ hours: 2, milliseconds: -1 })
  expect(rooms.authority.inspect(accessToken)).toBeDefined()
  rooms.clock.advance({ milliseconds: 1 })
  expect(rooms.authority.inspect(accessToken)).toBeUndefined()
})

test('unknown scopes are refused by name; old names are read, and none is none', () => {
  const scopes = createScopeReader(linode.hierarchy)
  expect(() => scopes.read('linodes:read_only linode:read_only xyz')).toThrow(
    /no such scope: linode:read_only \(did you mean 'linodes:read_only'\?\), xyz$/,
  )
  expect(scopes.read('linodes')).toEqual(['linodes:*'])
  expect(scopes.read('linodes:view,domains:read_only')).toEqual(['domains:read_only', 'linodes:read_only'])
  expect(scopes.read('*')).toEqual(['*'])
  expect(scopes.read(undefined)).toEqual([])
})

test('the implicit grant is served only when it is switched on', () => {
  const off = newAuthority()
  expect(() => codeFor(off.authority, off.client, { responseType: 'token' })).toThrow(
    refused('unsupported_response_type'),
  )
  const on = newAuthority({ implicit: true })
  const address = on.authority.returnAddress(on.client.id, undefined)
  const request = { clientId: on.client.id, responseType: 'token', scope: '*' } as const
  const tokens = on.authority.grantToken(on.authority.authorize(address, request), user)
  expect(tokens.refreshToken).toBeUndefined()
  expect(on.authority.inspect(tokens.accessToken)?.scopes).toEqual(['*'])
})
