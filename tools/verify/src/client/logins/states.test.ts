// A state carries nothing of the app's: what belongs to a login stays in its store, out of anyone's reach.
import { LinodeLoginClient, MemoryPendingLogins } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { expect, test } from 'vitest'

const redirectUri = 'https://app.example/callback'

test('C21 a state that was changed finds no login, and one swapped with another login gives no token', async () => {
  const login = await FakeLogin.start()
  const app = login.registerClient({ redirectUri })
  const client = new LinodeLoginClient({ ...app, redirectUri, baseUrl: login.url, clock: login.clock })
  const pending = new MemoryPendingLogins()
  const one = await client.beginLogin({ scopes: 'linodes:read_only', pending })
  const other = await client.beginLogin({ scopes: 'domains:read_only', pending })
  const callback = await login.signIn(one.url)

  const changed = callback.replace(
    one.state,
    `${one.state.slice(0, -1)}${one.state.endsWith('A') ? 'B' : 'A'}`,
  )
  await expect(client.completeLogin(changed, { pending })).rejects.toMatchObject({ code: 'state_unknown' })
  expect(login.requests.all('exchange')).toHaveLength(0)

  // The other login's verifier goes with its state, so the code is no use there.
  const swapped = callback.replace(one.state, other.state)
  await expect(client.completeLogin(swapped, { pending })).rejects.toMatchObject({ code: 'invalid_grant' })
  await login.stop()
})
