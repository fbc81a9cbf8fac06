// An app whose new version needs more: from the refused call to the token that suffices.
import { bearerFetch, LinodeLoginClient, MemoryPendingLogins, type OAuthToken } from '@linode-login/node'
import { auditingFetch, InsufficientScopeError, scopesOfToken } from '@linode-login/node/audit'
import { FakeLogin } from '@linode-login/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { redirectUri } from '../refusal.fixture.js'
import { comeBack } from './comes-back.fixture.js'

let login: FakeLogin

beforeEach(async () => {
  login = await FakeLogin.start()
})

afterEach(() => login.stop())

test('a call that lacks a scope leads to one login for what was granted and what is missing', async () => {
  const client = new LinodeLoginClient({
    ...login.registerClient({ redirectUri }),
    baseUrl: login.url,
    redirectUri,
    clock: login.clock,
  })
  const pending = new MemoryPendingLogins({ clock: login.clock })
  const asked = ['domains:read_write', 'linodes:read_only'] as const
  const begun = await client.beginLogin({ scopes: asked, pending })
  const token = await client.completeLogin(await comeBack(begun.url), { pending })
  const api = auditingFetch(bearerFetch(token), { asked, apiUrl: login.apiUrl })

  expect((await api(`${login.apiUrl}/v4/domains`)).status).toBe(200)
  const error = await api(`${login.apiUrl}/v4/linode/instances`, { method: 'POST' }).catch((error) => error)
  if (!InsufficientScopeError.is(error)) throw error
  expect(error.missing).toEqual(['linodes:read_write'])

  const { url } = await error.stepUp(client, token, { pending })
  const more = await client.completeLogin(await comeBack(url), { pending })
  expect(more.scopes).toEqual(['domains:read_write', 'linodes:read_write'])
  expect(await scopesOfToken(bearerFetch(more), { apiUrl: login.apiUrl })).toEqual(more.scopes)
  const again = auditingFetch(bearerFetch(more), { asked: more.scopes, apiUrl: login.apiUrl })
  expect((await again(`${login.apiUrl}/v4/linode/instances`, { method: 'POST' })).status).toBe(200)

  expect(api.report()).toMatchObject({
    calls: 2,
    excessive: [
      { scope: 'domains:read_write', needed: ['domains:read_only'] },
      { scope: 'linodes:read_only', needed: [] },
    ],
    missing: ['linodes:read_write'],
  })
})

test('a token that has ended is no question of scopes', async () => {
  const token = await expired()
  const response = await auditingFetch(bearerFetch(token), { asked: [], apiUrl: login.apiUrl })(
    `${login.apiUrl}/v4/domains`,
  )
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({ errors: [{ reason: 'Invalid Token' }] })
})

async function expired(): Promise<OAuthToken> {
  const client = new LinodeLoginClient({
    ...login.registerClient({ redirectUri }),
    baseUrl: login.url,
    redirectUri,
    clock: login.clock,
  })
  const pending = new MemoryPendingLogins({ clock: login.clock })
  const { url } = await client.beginLogin({ scopes: 'domains:read_only', pending })
  const token = await client.completeLogin(await comeBack(url), { pending })
  login.clock.advance({ hours: 3 })
  return token
}
