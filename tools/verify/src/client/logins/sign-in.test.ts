// The whole job, as an app does it. Read from top to bottom: each test is one user's way
// through the login service.
import { LinodeLoginClient, MemoryPendingLogins, OAuthScopes, type OAuthToken } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { redirectUri } from '../refusal.fixture.js'
import { comeBack } from './comes-back.fixture.js'

let login: FakeLogin

/** Calls the API as an app does: the token goes in the header, and nowhere else. */
function api(method: string, path: string, token: OAuthToken): Promise<Response> {
  const headers = { authorization: `Bearer ${token.accessToken}` }
  return fetch(`${login.apiUrl}/v4${path}`, { method, headers })
}

const statusOf = async (method: string, path: string, token: OAuthToken): Promise<number> =>
  (await api(method, path, token)).status

describe.each(['strict', 'linode'] as const)('a login server with the profile %s', (profile) => {
  beforeEach(async () => {
    login = await FakeLogin.start({ profile })
  })

  afterEach(() => login.stop())

  test('C27 a confidential client signs a user in, calls the API, refreshes and signs out', async () => {
    const client = new LinodeLoginClient({
      ...login.registerClient({ redirectUri }),
      baseUrl: login.url,
      redirectUri,
      clock: login.clock,
    })
    const pending = new MemoryPendingLogins({ clock: login.clock })

    // The app sends the browser to Linode, and the browser comes back.
    const { url } = await client.beginLogin({ scopes: [OAuthScopes.Linodes.readOnly], pending })
    const token = await client.completeLogin(await comeBack(url), { pending })
    expect(token.scopes).toEqual(['linodes:read_only'])
    expect(token.covers(OAuthScopes.Linodes.readOnly)).toBe(true)
    expect(token.covers(OAuthScopes.Linodes.readWrite)).toBe(false)

    // The token does what was granted, and no more.
    expect(await statusOf('GET', '/linode/instances', token)).toBe(200)
    const refused = await api('POST', '/linode/instances', token)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('x-oauth-scopes')).toBe('linodes:read_only')
    expect(refused.headers.get('x-accepted-oauth-scopes')).toBe('linodes:read_write')
    expect(await refused.json()).toEqual({
      errors: [{ reason: 'Your OAuth token is not authorized to use this endpoint.' }],
    })

    // Two hours later it has expired; its refresh token gets the next one.
    expect(token.isExpired(login.clock.now())).toBe(false)
    login.clock.advance({ hours: 2 })
    expect(token.isExpired(login.clock.now())).toBe(true)
    expect(await statusOf('GET', '/linode/instances', token)).toBe(401)
    const next = await client.refreshOAuthToken(token)
    expect(next.scopes).toEqual(token.scopes)
    expect(next.refreshToken).not.toBe(token.refreshToken)
    expect(await statusOf('GET', '/linode/instances', next)).toBe(200)

    // Signing out ends the token and its refresh token.
    expect(await client.expireToken(next)).toBe(true)
    expect(await statusOf('GET', '/linode/instances', next)).toBe(401)
    await expect(client.refreshOAuthToken(next)).rejects.toMatchObject({ code: 'invalid_grant' })

    const sent = (['exchange', 'refresh', 'revoke'] as const).flatMap((name) => login.requests.all(name))
    expect(sent.map(({ headers }) => headers['content-type'])).toEqual(
      Array(4).fill('application/x-www-form-urlencoded'),
    )
  })

  test('a public client does the same without a secret, and signs in again where another would refresh', async () => {
    const client = new LinodeLoginClient({
      ...login.registerClient({ redirectUri, public: true }),
      baseUrl: login.url,
      redirectUri,
      clock: login.clock,
    })
    const pending = new MemoryPendingLogins({ clock: login.clock })
    const signIn = async (): Promise<OAuthToken> => {
      const { url } = await client.beginLogin({ scopes: [OAuthScopes.Domains.readWrite], pending })
      return client.completeLogin(await comeBack(url), { pending })
    }

    const token = await signIn()
    expect(token.refreshToken).toBeUndefined()
    expect(await statusOf('POST', '/domains', token)).toBe(200)

    login.clock.advance({ hours: 2 })
    expect(await statusOf('POST', '/domains', token)).toBe(401)
    await expect(client.refreshOAuthToken(token)).rejects.toMatchObject({ code: 'no_refresh_token' })
    const next = await signIn()
    expect(await statusOf('POST', '/domains', next)).toBe(200)

    expect(await client.expireToken(next)).toBe(true)
    expect(await statusOf('POST', '/domains', next)).toBe(401)
    expect(login.requests.all('exchange').map(({ parameters }) => 'client_secret' in parameters)).toEqual([
      false,
      false,
    ])
  })

  test('the four calls of the Python client, with state and challenge brought along by hand', async () => {
    const client = new LinodeLoginClient({
      ...login.registerClient({ redirectUri }),
      baseUrl: login.url,
      redirectUri,
      clock: login.clock,
    })
    const url = client.generateLoginUrl({ scopes: [OAuthScopes.all], state: 'a state of the app' })
    const callback = new URL(await comeBack(url))
    expect(callback.searchParams.get('state')).toBe('a state of the app')

    const token = await client.finishOAuth(callback.searchParams.get('code') ?? '', {
      scopes: [OAuthScopes.all],
    })
    expect(token.covers(OAuthScopes.Volumes.all)).toBe(true)
    expect(await statusOf('PUT', '/linode/instances/5', token)).toBe(200)

    const next = await client.refreshOAuthToken(token.refreshToken ?? '')
    expect(next.scopes).toEqual(['*'])
    expect(await client.expireToken(next.accessToken, { legacy: true })).toBe(true)
    expect(await statusOf('GET', '/account', next)).toBe(401)
  })
})
