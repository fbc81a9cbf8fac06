import { type LinodeLoginClient, MemoryPendingLogins, OAuthScopes, type OAuthToken } from '@linode-login/core'
import type { FakeLogin } from '@linode-login/testing'

/** Signs a user in with a fake that consents at once. */
export async function signIn(login: FakeLogin, client: LinodeLoginClient): Promise<OAuthToken> {
  const pending = new MemoryPendingLogins()
  const { url } = await client.beginLogin({ scopes: [OAuthScopes.Linodes.readOnly], pending })
  return client.completeLogin(await login.signIn(url), { pending })
}
