import { expect, test } from 'vitest'
import { type AuthorityFixture, login, newAuthority, refused } from '../authority.fixture.js'
import { Refusal } from '../refusal.js'

/** Refreshes, and says what came of it. */
function brought({ authority, credentials }: AuthorityFixture, refreshToken: string, scope?: string): string {
  try {
    return authority.refresh({ ...credentials, refreshToken, scope }).refreshToken ?? 'none'
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.error : String(thrown)
  }
}

test.each(['domains:read_only', 'no:such'])(
  'S7 reuse is detected before the scope %s that was not granted',
  (scope) => {
    const rooms = newAuthority()
    const { refreshToken } = login(rooms)
    expect(brought(rooms, refreshToken, scope)).toBe('invalid_scope')
    const next = brought(rooms, refreshToken)
    expect(brought(rooms, refreshToken, scope)).toBe('invalid_grant')
    expect(brought(rooms, next)).toBe('invalid_grant')
  },
)

test.each([
  ['strict', 'successor', 'invalid_grant', 'invalid_grant', 'ended'],
  ['none', 'same', 'same', 'same', 'stands'],
  ['grace', 'successor', 'successor', 'invalid_grant', 'ended'],
  ['grace-forks', 'successor', 'another', 'invalid_grant', 'ended'],
] as const)(
  'S7 rotation %s: first use gives %s, a second at once %s, and late %s; the grant then %s',
  (rotation, first, second, late, grant) => {
    const seen = (lateness: number): { words: string[]; live: string } => {
      const rooms = newAuthority({ rotation })
      const { refreshToken } = login(rooms)
      const one = brought(rooms, refreshToken)
      rooms.clock.advance({ seconds: lateness })
      const other = brought(rooms, refreshToken)
      const word = (token: string): string =>
        token === refreshToken
          ? 'same'
          : token === one
            ? 'successor'
            : token.length === 64
              ? 'another'
              : token
      return { words: [word(one), word(other)], live: brought(rooms, one) }
    }
    expect(seen(59).words).toEqual([first, second])
    expect(seen(60).words).toEqual([first, late])
    expect(seen(60).live.length === 64 ? 'stands' : 'ended').toBe(grant)
  },
)

test('S7 a fork leaves both successors good, and each rotates for itself', () => {
  const rooms = newAuthority({ rotation: 'grace-forks' })
  const { refreshToken } = login(rooms)
  const [one, other] = [brought(rooms, refreshToken), brought(rooms, refreshToken)]
  expect(new Set([one, other, brought(rooms, one), brought(rooms, other)]).size).toBe(4)
})

test('S7 the grace is as long as its lifetime says, and reuse does not draw it out', () => {
  const rooms = newAuthority({ rotation: 'grace-forks' }, { grace: 10 })
  const { refreshToken } = login(rooms)
  brought(rooms, refreshToken)
  rooms.clock.advance({ seconds: 9 })
  expect(brought(rooms, refreshToken)).toHaveLength(64)
  rooms.clock.advance({ seconds: 1 })
  expect(brought(rooms, refreshToken)).toBe('invalid_grant')
})

test.each(['strict', 'none', 'grace', 'grace-forks'] as const)(
  'S8 rotation %s: no refresh token outlives the first one, and its end ends no access token',
  (rotation) => {
    const rooms = newAuthority({ rotation }, { refreshToken: 100 })
    let { refreshToken } = login(rooms)
    for (let round = 0; round < 9; round += 1) {
      rooms.clock.advance({ seconds: 11 })
      refreshToken = brought(rooms, refreshToken)
      expect(refreshToken).toHaveLength(64)
    }
    const { authority, credentials, clock } = rooms
    const last = authority.refresh({ ...credentials, refreshToken })
    clock.advance({ seconds: 1 })
    expect(brought(rooms, last.refreshToken ?? '')).toBe('invalid_grant')
    authority.revoke({ ...credentials, token: last.refreshToken ?? '' })
    expect(authority.inspect(last.accessToken)).toBeDefined()
  },
)

test('S8 without a lifetime a refresh token does not expire', () => {
  const rooms = newAuthority()
  const { refreshToken } = login(rooms)
  rooms.clock.advance({ hours: 100_000 })
  expect(brought(rooms, refreshToken)).toHaveLength(64)
})

const MANY = 5000

test('S7 strict: the first refresh token is known after thousands of rotations, and its reuse ends the grant', () => {
  const fixture = newAuthority()
  const first = login(fixture)
  let { refreshToken } = first
  for (let round = 0; round < MANY; round += 1) refreshToken = brought(fixture, refreshToken)
  expect(refreshToken).toHaveLength(64)
  expect(brought(fixture, `x${first.refreshToken.slice(1)}`)).toBe('invalid_grant')
  refreshToken = brought(fixture, refreshToken)
  expect(refreshToken).toHaveLength(64)
  expect(brought(fixture, first.refreshToken)).toBe('invalid_grant')
  expect(brought(fixture, refreshToken)).toBe('invalid_grant')
})

test("S7 S13 a refresh token that is no longer kept is its own client's alone, and revoking it ends its grant", () => {
  const fixture = newAuthority({ publicRefreshTokens: true })
  const { authority, credentials, publicClient } = fixture
  const first = login(fixture)
  let last = first
  for (let round = 0; round < MANY; round += 1) {
    const { refreshToken = '' } = authority.refresh({ ...credentials, refreshToken: last.refreshToken })
    last = { ...last, refreshToken }
  }
  const stranger = { clientId: publicClient.id }
  expect(() => authority.refresh({ ...stranger, refreshToken: first.refreshToken })).toThrow(
    refused('invalid_grant'),
  )
  expect(() => authority.revoke({ ...stranger, token: first.refreshToken })).toThrow(refused('invalid_grant'))
  expect(brought(fixture, last.refreshToken)).toHaveLength(64)
  authority.revoke({ ...credentials, token: first.refreshToken })
  expect(brought(fixture, last.refreshToken)).toBe('invalid_grant')
})

test('S7 grace-forks: thousands of forks make neither the token in grace nor an unused fork unknown', () => {
  const fixture = newAuthority({ rotation: 'grace-forks' })
  const { refreshToken } = login(fixture)
  const forks = Array.from({ length: MANY }, () => brought(fixture, refreshToken))
  expect(new Set(forks.slice(0, 1000)).size).toBe(1000)
  // From then on the grant is full, and the first successor comes again.
  expect(new Set(forks).size).toBeLessThan(1100)
  for (const token of [refreshToken, forks[0] ?? '', forks[999] ?? '', forks[MANY - 1] ?? '']) {
    expect(brought(fixture, token)).toHaveLength(64)
  }
})

test('S7 grace: a token that is in grace but no longer kept is refused, and ends the grant only when it comes late', () => {
  const fixture = newAuthority({ rotation: 'grace' })
  const first = login(fixture)
  let { refreshToken } = first
  for (let round = 0; round < MANY; round += 1) refreshToken = brought(fixture, refreshToken)
  expect(brought(fixture, first.refreshToken)).toBe('invalid_grant')
  refreshToken = brought(fixture, refreshToken)
  expect(refreshToken).toHaveLength(64)
  fixture.clock.advance({ seconds: 60 })
  expect(brought(fixture, first.refreshToken)).toBe('invalid_grant')
  expect(brought(fixture, refreshToken)).toBe('invalid_grant')
})
