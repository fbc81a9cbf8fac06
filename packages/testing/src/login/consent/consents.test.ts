import { expect, test } from 'vitest'
import type { Authorization } from '../../authority/authorization.js'
import { realRandomness } from '../../authority/randomness.js'
import { FakeClock } from '../../fake-clock.js'
import { Consents } from './consents.js'

const redirectUri = 'https://app.example/cb'
const authorization: Authorization = {
  client: { id: 'app', secret: undefined, label: 'App', redirectUris: [redirectUri] },
  redirectUri,
  named: true,
  responseType: 'code',
  scopes: [],
  state: undefined,
  codeChallenge: undefined,
}

test('a consent is answered once, from its own browser, within ten minutes', () => {
  const clock = new FakeClock(0)
  const consents = new Consents(clock, realRandomness())
  const ticket = consents.ask(authorization, 'one')
  consents.ask(authorization, 'other')
  expect(consents.take(ticket, 'other')).toBeUndefined()
  expect(consents.take(ticket, 'one')).toBe(authorization)
  expect(consents.take(ticket, 'one')).toBeUndefined()
  const late = consents.ask(authorization, 'one')
  clock.advance({ minutes: 10 })
  expect(consents.take(late, 'one')).toBeUndefined()
})

test('pages and browsers that have expired are dropped', () => {
  const clock = new FakeClock(0)
  const consents = new Consents(clock, realRandomness())
  for (let login = 0; login < 40_000; login += 1) {
    consents.ask(authorization, consents.nameBrowser())
    clock.advance({ seconds: 10 })
  }
  expect(consents.size).toBeLessThanOrEqual(2000)
})

test('a page that is too old is answered no more, though its browser was shown another since', () => {
  const clock = new FakeClock(0)
  const consents = new Consents(clock, realRandomness())
  const old = consents.ask(authorization, 'one')
  clock.advance({ minutes: 5 })
  const young = consents.ask(authorization, 'one')
  clock.advance({ minutes: 5 })
  expect(consents.take(old, 'one')).toBeUndefined()
  expect(consents.take(young, 'one')).toBe(authorization)
})

test('pages and browsers are bounded on a clock that stands still, the oldest first', () => {
  const consents = new Consents(new FakeClock(0), realRandomness())
  const first = consents.ask(authorization, 'first')
  consents.ask(authorization, 'faithful')
  for (let login = 0; login < 50_000; login += 1) {
    consents.ask(authorization, `${login}`)
    if (login % 5000 === 0) consents.ask(authorization, 'faithful')
  }
  const last = consents.ask(authorization, 'faithful')
  expect(consents.size).toBeLessThanOrEqual(40_000)
  expect(consents.take(first, 'first')).toBeUndefined()
  expect(consents.take(last, 'faithful')).toBe(authorization)
})
