import { expect, test } from 'vitest'
import { type House, house, login } from './house.fixture.js'
import { Refusal } from './refusal.js'

/** Refreshes, and says what came of it. */
function brought({ authority, credentials }: House, refreshToken: string, scope?: string): string {
  try {
    return authority.refresh({ ...credentials, refreshToken, scope }).refreshToken ?? 'none'
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.error : String(thrown)
  }
}

test.each(['domains:read_only', 'no:such'])(
  'S7 reuse is detected before the scope %s that was not granted',
  (scope) => {
    const rooms = house()
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
      const rooms = house({ rotation })
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
  const rooms = house({ rotation: 'grace-forks' })
  const { refreshToken } = login(rooms)
  const [one, other] = [brought(rooms, refreshToken), brought(rooms, refreshToken)]
  expect(new Set([one, other, brought(rooms, one), brought(rooms, other)]).size).toBe(4)
})

test('S7 the grace is as long as its lifetime says, and reuse does not draw it out', () => {
  const rooms = house({ rotation: 'grace-forks' }, { grace: 10 })
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
    const rooms = house({ rotation }, { refreshToken: 100 })
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
  const rooms = house()
  const { refreshToken } = login(rooms)
  rooms.clock.advance({ hours: 100_000 })
  expect(brought(rooms, refreshToken)).toHaveLength(64)
})
