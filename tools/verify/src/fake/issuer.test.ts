// The name of the server in its authorization answers, and what the client makes of it.
import { FakeLogin } from '@linode-login/testing'
import { expect, test } from 'vitest'
import { loginThatCameBack } from '../client/logins/comes-back.fixture.js'
import { redirectUri } from '../client/refusal.fixture.js'
import { rejection, safe } from '../client/secrets/safety.fixture.js'
import { comeBackWith } from './ask.fixture.js'

test('S14 a login whose answer names its issuer completes', async () => {
  await using login = await FakeLogin.start({ iss: true })
  const { client, pending, callback } = await loginThatCameBack(login)
  expect(new URL(callback).searchParams.get('iss')).toBe(login.url)
  await expect(client.completeLogin(callback, { pending })).resolves.toBeDefined()
})

test('S14 an error names the issuer too', async () => {
  await using login = await FakeLogin.start({ iss: true })
  const { clientId } = login.registerClient({ redirectUri })
  const answer = await comeBackWith(login, { client_id: clientId, scope: 'no:such' })
  expect([answer.get('error'), answer.get('iss')]).toEqual(['invalid_scope', login.url])
})

test('S14 as Linode, it names none unless it is told to', async () => {
  for (const profile of ['strict', 'linode'] as const) {
    await using login = await FakeLogin.start({ profile })
    const { callback } = await loginThatCameBack(login)
    expect(new URL(callback).searchParams.has('iss')).toBe(false)
  }
})

test('C25 K9 an answer that names another issuer is refused', async () => {
  await using login = await FakeLogin.start({ iss: 'https://evil.example' })
  const { client, pending, callback, secrets } = await loginThatCameBack(login)
  const error = safe(await rejection(client.completeLogin(callback, { pending })), secrets)
  expect(error.code).toBe('issuer_mismatch')
  expect(login.requests.all('exchange')).toHaveLength(0)
})
