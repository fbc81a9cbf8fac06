/** What the authority forgets, counted after many logins. */
import { expect, test } from 'vitest'
import { FakeClock } from '../../fake-clock.js'
import { linode } from '../../generated/provider.js'
import { realRandomness } from '../randomness.js'
import { createScopeReader } from '../scope-reader.js'
import { Codes } from './codes.js'
import { Grant } from './grant.js'
import { firstTokens, refreshedTokens } from './issue-tokens.js'
import { IssuedTokens } from './issued-tokens.js'
import { graceOf } from './refresh-rules.js'

const client = { id: 'app', secret: undefined, label: 'App', redirectUris: [] }
const user = { username: 'u', email: 'u@example.com' }
const terms = { redirectUri: 'https://app.example/cb', named: true, codeChallenge: undefined }
/** More than twice as many as may stay, in each test. */
const LOGINS = 10_000

test('codes that have expired are dropped, used or not', () => {
  const clock = new FakeClock(0)
  const codes = new Codes(clock)
  for (let login = 0; login < LOGINS; login += 1) {
    codes.add(`${login}`, new Grant(client, user, []), terms, 600)
    if (login % 2 === 0) codes.take(`${login}`, client.id)
    clock.advance({ seconds: 10 })
  }
  expect(codes.size).toBeLessThanOrEqual(2000)
  expect(() => codes.take(`${LOGINS - 1}`, client.id)).not.toThrow()
})

test('codes that nobody brings are bounded on a clock that stands still, the oldest first', () => {
  const codes = new Codes(new FakeClock(0))
  const many = 40_000
  for (let login = 0; login < many; login += 1) codes.add(`${login}`, new Grant(client, user, []), terms, 600)
  expect(codes.size).toBeLessThanOrEqual(20_000)
  expect(() => codes.take('0', client.id)).toThrow('no such code')
  for (const kept of [many - 1, many - 10_000]) expect(() => codes.take(`${kept}`, client.id)).not.toThrow()
})

test('S4 codes that were used go when the last token of them has expired, and not before', () => {
  const clock = new FakeClock(0)
  const codes = new Codes(clock)
  const tokens = new IssuedTokens(clock, { code: 10, accessToken: 1200 }, 0)
  for (let login = 0; login < LOGINS; login += 1) {
    const grant = new Grant(client, user, [])
    codes.add(`${login}`, grant, terms, 10)
    codes.take(`${login}`, client.id)
    tokens.addAccessToken(`a${login}`, grant, [])
    clock.advance({ seconds: 1 })
  }
  // Twenty minutes of logins are 1,200.
  expect(codes.size).toBeLessThanOrEqual(3000)
  expect(() => codes.take(`${LOGINS - 1199}`, client.id)).toThrow('used before')
})

test.each(['strict', 'grace', 'grace-forks'] as const)(
  'S7 rotation %s: a flood of refreshes of one grant stays in bounds',
  (rotation) => {
    const lifetimes = { code: 600, accessToken: 7200 }
    const { credentials } = linode
    const tokens = new IssuedTokens(new FakeClock(0), lifetimes, graceOf(rotation, lifetimes))
    const make = realRandomness()
    const issuer = { tokens, make, scopes: createScopeReader(linode.hierarchy), credentials, lifetimes }
    const first = firstTokens(issuer, new Grant(client, user, []), true).refreshToken ?? ''
    let newest = first
    for (let round = 0; round < LOGINS; round += 1) {
      const token = rotation === 'grace-forks' && round % 2 === 0 ? first : newest
      const found = tokens.refreshToken(token)
      if (found !== undefined)
        newest = refreshedTokens(issuer, token, found, rotation, undefined).refreshToken ?? ''
    }
    expect(tokens.size).toBeGreaterThan(2000)
    expect(tokens.size).toBeLessThanOrEqual(6000)
  },
)

test('tokens are dropped when they have expired or their grant has ended', () => {
  const clock = new FakeClock(0)
  const grants = new IssuedTokens(clock, { code: 600, accessToken: 7200, refreshToken: 86_400 }, 0)
  let last = new Grant(client, user, [])
  for (let login = 0; login < LOGINS; login += 1) {
    last = new Grant(client, user, [])
    grants.addAccessToken(`a${login}`, last, [])
    grants.addFirstRefreshToken(`r${login}`, last)
    if (login % 10 !== 0) last.end()
    clock.advance({ minutes: 1 })
  }
  // A day of logins is 1,440, of which each tenth lives on.
  expect(grants.size).toBeLessThanOrEqual(2000)
  const { size } = grants
  const lives = new Grant(client, user, [])
  for (let token = 0; token < 1000; token += 1) grants.addAccessToken(`live ${token}`, lives, [])
  expect(grants.accessToken('live 0')).toBeDefined()
  expect(grants.size).toBeLessThanOrEqual(size + 1000)
})

test('a refresh token that does not expire is kept however old it is', () => {
  const clock = new FakeClock(0)
  const grants = new IssuedTokens(clock, { code: 600, accessToken: 7200 }, 0)
  grants.addFirstRefreshToken('old', new Grant(client, user, []))
  clock.advance({ hours: 100_000 })
  for (let login = 0; login < 5000; login += 1)
    grants.addFirstRefreshToken(`${login}`, new Grant(client, user, []))
  expect(grants.refreshToken('old')?.state).toBe('live')
})
