import { describe } from '@linode-login/node/describe'
import { FakeLogin } from '@linode-login/testing'
import { expect, test } from 'vitest'

test('describe says what the consent page shows', async () => {
  await using login = await FakeLogin.start({ consent: 'page' })
  const redirectUri = 'http://127.0.0.1:8080/callback'
  const { clientId } = login.registerClient({ redirectUri })
  const scopes = ['linodes:read_write', 'account:read_only', 'vpc:*', '*']
  for (const scope of scopes) {
    const query = new URLSearchParams({ client_id: clientId, response_type: 'code', scope, state: 'x' })
    const page = await (await fetch(`${login.url}/oauth/authorize?${query}`)).text()
    const { title, description } = describe(scope) ?? {}
    expect(page).toContain(
      `<li data-scope="${scope}"><strong>${title}</strong><span>${description}</span></li>`,
    )
  }
})
