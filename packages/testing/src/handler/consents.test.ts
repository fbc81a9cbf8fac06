import { expect, test } from 'vitest'
import type { Authorization } from '../authority/authorization.js'
import { realRandomness } from '../authority/randomness.js'
import { FakeClock } from '../fake-clock.js'
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
