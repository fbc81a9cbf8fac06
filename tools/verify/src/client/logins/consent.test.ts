// A user who grants a part of what an app asks for, or nothing: what the app learns of it.
import { LinodeLoginClient, MemoryPendingLogins, type OAuthToken } from '@linode-login/node'
import { auditingFetch, InsufficientScopeError } from '@linode-login/node/audit'
import { FakeLogin } from '@linode-login/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { redirectUri } from '../refusal.fixture.js'

let login: FakeLogin
let client: LinodeLoginClient
let pending: MemoryPendingLogins

beforeEach(async () => {
  login = await FakeLogin.start({ listen: false })
  const app = login.registerClient({ redirectUri })
  client = new LinodeLoginClient({
    ...app,
    baseUrl: login.url,
    redirectUri,
    clock: login.clock,
    fetch: login.fetch,
  })
  pending = new MemoryPendingLogins({ clock: login.clock })
})

afterEach(() => login.stop())

const asked = ['domains:read_only', 'linodes:read_only'] as const

function carrying(token: OAuthToken): typeof fetch {
  const headers = { authorization: `Bearer ${token.accessToken}` }
  return auditingFetch((input, init) => login.fetch(input, { ...init, headers }), {
    asked,
    apiUrl: login.apiUrl,
  })
}

test('what the user does not grant is told, refused by the API, and not asked for again', async () => {
  const { url } = await client.beginLogin({ scopes: asked, pending })
  const callback = await login.signIn(url, { grant: ['linodes:read_only'] })
  const token = await client.completeLogin(callback, { pending })
  expect([token.scopes, token.ungrantedScopes]).toEqual([['linodes:read_only'], ['domains:read_only']])

  const api = carrying(token)
  expect((await api(`${login.apiUrl}/v4/linode/instances`)).status).toBe(200)
  const error = await api(`${login.apiUrl}/v4/domains`).catch((error) => error)
  if (!InsufficientScopeError.is(error)) throw error
  expect([error.missing, error.granted]).toEqual([['domains:read_only'], ['linodes:read_only']])
  await expect(error.stepUp(client, token, { pending })).rejects.toMatchObject({ code: 'declined' })

  const refreshed = await client.refreshOAuthToken(token)
  expect([refreshed.scopes, refreshed.ungrantedScopes]).toEqual([token.scopes, token.ungrantedScopes])
  const refused = await login.fetch(`${login.apiUrl}/v4/domains`, {
    headers: { authorization: `Bearer ${refreshed.accessToken}` },
  })
  expect([refused.status, refused.headers.get('x-oauth-scopes')]).toEqual([401, 'linodes:read_only'])
})

test('a login that the user declines ends as access_denied, and no code is exchanged', async () => {
  const { url } = await client.beginLogin({ scopes: asked, pending })
  const callback = await login.signIn(url, { deny: true })
  await expect(client.completeLogin(callback, { pending })).rejects.toMatchObject({ code: 'access_denied' })
  expect(login.requests.all('exchange')).toEqual([])
})
