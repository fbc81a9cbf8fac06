/** What the authority forgets, counted after many logins. */
import { expect, test } from 'vitest'
import { FakeClock } from '../fake-clock.js'
import { Codes } from './codes.js'
import { Grant, Grants } from './grants.js'

const client = { id: 'app', secret: undefined, label: 'App', redirectUris: [] }
const user = { username: 'u', email: 'u@example.com' }
const terms = { redirectUri: 'https://app.example/cb', named: true, codeChallenge: undefined }
const LOGINS = 40_000

test('codes that have expired are dropped, used or not', () => {
  const clock = new FakeClock(0)
  const codes = new Codes(clock)
  for (let login = 0; login < LOGINS; login += 1) {
    codes.add(`${login}`, new Grant(client, user, []), terms, 600)
    if (login % 2 === 0) codes.take(`${login}`, client.id)
    clock.advance({ seconds: 10 })
  }
  expect(codes.size).toBeLessThanOrEqual(1000)
  expect(() => codes.take(`${LOGINS - 1}`, client.id)).not.toThrow()
})

test('tokens are dropped when they have expired or their grant has ended', () => {
  const clock = new FakeClock(0)
  const grants = new Grants(clock, { code: 600, accessToken: 7200, refreshToken: 86_400 }, 0)
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
  const grants = new Grants(clock, { code: 600, accessToken: 7200 }, 0)
  grants.addFirstRefreshToken('old', new Grant(client, user, []))
  clock.advance({ hours: 100_000 })
  for (let login = 0; login < 5000; login += 1)
    grants.addFirstRefreshToken(`${login}`, new Grant(client, user, []))
  expect(grants.refreshToken('old')?.state).toBe('live')
})
