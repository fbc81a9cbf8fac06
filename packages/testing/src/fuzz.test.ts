/** Odd requests in great number. */
import { expect, test } from 'vitest'
import { FakeLogin } from './fake-login.js'
import { redirectUri } from './login-flow.fixture.js'

/** The same numbers in every run, from 0 up to 1. */
function createChance(): () => number {
  let state = 7
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

const paths = ['/oauth/token', '/oauth/authorize', '/oauth/revoke', '/consent', '/v4/profile', '/v4']
const words =
  'client_id code scope= scope=* grant_type=refresh_token state= redirect_uri= token= __proto__ --b --b--'
const signs = ['//', '?', '&', '=', '%', '%00', 'é', '\u0000', '[', ']', '{}', '\r\n', 'x'.repeat(5000)]
const disposition = 'Content-Disposition: form-data; name="a"'
const pieces = [...paths, ...words.split(' '), ...signs, redirectUri, disposition]
const types = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', 'application/json', '']

test('no request, however odd, makes the server fail', async () => {
  await using login = await FakeLogin.start({ listen: false, seed: 1 })
  const { clientId } = login.registerClient({ redirectUri })
  const chance = createChance()
  const pick = (from: readonly string[]): string => from[Math.floor(chance() * from.length)] ?? ''
  const text = (): string =>
    Array.from({ length: Math.floor(chance() * 9) }, () => pick([...pieces, clientId])).join('')
  const failures: string[] = []
  for (let round = 0; round < 3000; round += 1) {
    const method = pick(['GET', 'POST', 'OPTIONS', 'DELETE'])
    const url = pick([login.url, login.apiUrl]) + pick(paths) + encodeURI(text())
    const body = method === 'GET' ? null : text()
    const headers = {
      'content-type': pick(types),
      authorization: pick(['', 'Bearer x', 'Basic', `Bearer ${clientId}`]),
    }
    const answer = await login.fetch(url, { method, body, headers, redirect: 'manual' })
    if (answer.status >= 500) failures.push(`${method} ${url}`)
  }
  expect(failures).toEqual([])
})
