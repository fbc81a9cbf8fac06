/** The main job, end to end, in one go. */
import { inspect } from 'node:util'
import { LinodeLoginClient, MemoryPendingLogins, OAuthScopes, type OAuthToken } from '@linode-login/node'
import { FakeLogin, linode } from '@linode-login/testing'
import { approve } from './consent.js'
import type { Narrator } from './narrator.js'
import { callApi, type DemoContext, exchangeCode, letTimePass, refresh, signOut } from './steps.js'
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
  const demo: DemoContext = {
    narrator,
    client,
    send,
    apiUrl: login.apiUrl,
    refusals: linode.api.errors,
    now: () => login.clock.now(),
    advance: () => login.clock.advance({ hours: 2 }),
    exchanges: () => login.requests.all('exchange').length,
    print: (token) => inspect(token, { compact: true, breakLength: Number.POSITIVE_INFINITY }),
  }
  const token = await signIn(demo, login, client)
  await callApi(demo, token)
  await letTimePass(demo, token)
  await signOut(demo, await refresh(demo, token))
}

async function signIn(demo: DemoContext, login: FakeLogin, client: LinodeLoginClient): Promise<OAuthToken> {
  const { narrator, send } = demo
  narrator.step('The app begins a login')
  const pending = new MemoryPendingLogins({ clock: login.clock })
  const { url, state } = await client.beginLogin({ scopes: [OAuthScopes.Linodes.readOnly], pending })
  narrator.say(`login server ${login.url}, API ${login.apiUrl}, both fake, on free ports`)
  const asked = new URL(url).searchParams
  narrator.check('the URL asks for linodes:read_only', asked.get('scope') === OAuthScopes.Linodes.readOnly)
  narrator.check('it carries a PKCE challenge (S256)', asked.get('code_challenge_method') === 'S256')
  narrator.check('it carries a one-time state', asked.get('state') === state)

  narrator.step('The user opens the authorize page and approves')
  const { page, callback } = await approve(url, send)
  narrator.check(
    'the page names the app and what it asks for',
    page.includes('Demo') && page.includes(`data-scope="${OAuthScopes.Linodes.readOnly}"`),
  )
  narrator.check('the browser is sent back to the app', callback.startsWith(`${redirectUri}?`))

  return exchangeCode(demo, () => client.completeLogin(callback, { pending }))
}
