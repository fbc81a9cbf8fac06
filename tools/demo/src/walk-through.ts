import { inspect } from 'node:util'
import { LinodeLoginClient, MemoryPendingLogins, OAuthScopes, type OAuthToken } from '@linode-login/node'
import { FakeLogin } from '@linode-login/testing'
import { approve } from './consent.js'
import type { Narrator } from './narrator.js'
import { watchedFetch } from './watched-fetch.js'

const redirectUri = 'http://127.0.0.1:8080/callback'

/** Signs a user in, uses the token, lets it expire, refreshes it and gives it back. */
export async function walkThrough(narrator: Narrator): Promise<void> {
  await using login = await FakeLogin.start({ consent: 'page' })
  const send = watchedFetch(narrator)
  const client = new LinodeLoginClient({
    ...login.registerClient({ redirectUri, label: 'Demo' }),
    redirectUri,
    baseUrl: login.url,
    clock: login.clock,
    fetch: send,
  })
  const call = (method: string, path: string, token: OAuthToken): Promise<Response> =>
    send(login.apiUrl + path, { method, headers: { authorization: `Bearer ${token.accessToken}` } })

  narrator.step('The app begins a login')
  const pending = new MemoryPendingLogins({ clock: login.clock })
  const { url, state } = await client.beginLogin({ scopes: [OAuthScopes.Linodes.readOnly], pending })
  narrator.say(`login server ${login.url}, API ${login.apiUrl}, both fake, on free ports`)
  const asked = new URL(url).searchParams
  narrator.check('the URL asks for linodes:read_only', asked.get('scope') === 'linodes:read_only')
  narrator.check('it carries a PKCE challenge (S256)', asked.get('code_challenge_method') === 'S256')
  narrator.check('it carries a one-time state', asked.get('state') === state)

  narrator.step('The user opens the authorize page and approves')
  const { page, callback } = await approve(url, send)
  narrator.check(
    'the page names the app and what it asks for',
    page.includes('Demo') && page.includes('Linodes'),
  )
  narrator.check('the browser is sent back to the app', callback.startsWith(redirectUri))

  narrator.step('The app exchanges the code')
  const token = await client.completeLogin(callback, { pending })
  narrator.say(inspect(token, { compact: true, breakLength: Number.POSITIVE_INFINITY }))
  narrator.check('it was granted what it asked for', token.covers(OAuthScopes.Linodes.readOnly))
  narrator.check(
    'printing the token shows no secret',
    !`${inspect(token)}${JSON.stringify(token)}`.includes(token.accessToken),
  )
  const replay = await client.completeLogin(callback, { pending }).catch((error: unknown) => error)
  narrator.check('the same callback again is refused, without a request', replay instanceof Error)

  narrator.step('It calls the API')
  const enough = await call('GET', '/v4/linode/instances', token)
  narrator.check('linodes:read_only suffices to list Linodes', enough.status === 200)
  const missing = await call('POST', '/v4/linode/instances', token)
  narrator.check('it does not suffice to create one', missing.status === 401)

  narrator.step('Two hours pass')
  login.clock.advance({ hours: 2 })
  narrator.check('the token knows that it has expired', token.isExpired(login.clock.now()))
  narrator.check('the API refuses it', (await call('GET', '/v4/linode/instances', token)).status === 401)

  narrator.step('The app refreshes')
  const fresh = await client.refreshOAuthToken(token)
  narrator.check('it has a new access token', fresh.accessToken !== token.accessToken)
  narrator.check('it has a new refresh token', fresh.refreshToken !== token.refreshToken)
  narrator.check('the API accepts it', (await call('GET', '/v4/linode/instances', fresh)).status === 200)

  narrator.step('The user signs out')
  narrator.check('the token is revoked', await client.expireToken(fresh))
  narrator.check(
    'the API refuses it from now on',
    (await call('GET', '/v4/linode/instances', fresh)).status === 401,
  )
  const dead = await client.refreshOAuthToken(fresh).catch((error: unknown) => error)
  narrator.check('its refresh token is dead too', dead instanceof Error)
}
