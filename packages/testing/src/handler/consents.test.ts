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
  expect(consents.take(ticket, 'other')).toBeUndefined()
  expect(consents.take(ticket, 'one')).toBe(authorization)
  expect(consents.take(ticket, 'one')).toBeUndefined()
  const late = consents.ask(authorization, 'one')
  clock.advance({ minutes: 10 })
  expect(consents.take(late, 'one')).toBeUndefined()
})
