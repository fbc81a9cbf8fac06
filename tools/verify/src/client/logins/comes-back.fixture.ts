/** Users of the fake server who have come back from it. */
import { type ClientOptions, LinodeLoginClient, MemoryPendingLogins } from '@linode-login/node'
import type { FakeLogin } from '@linode-login/testing'
import { UserAgent } from '../../node/user-agent.fixture.js'
import { redirectUri } from '../refusal.fixture.js'

/** Visits an authorization URL as a browser does, and gives the callback that it is sent back to. */
export function comeBack(url: string): Promise<string> {
  return new UserAgent().follow(url, redirectUri)
}

/** A confidential client of the fake server, on its clock. */
export function fakeClientOf(login: FakeLogin, options: Partial<ClientOptions> = {}): LinodeLoginClient {
  const app = login.registerClient({ redirectUri })
  return new LinodeLoginClient({ ...app, baseUrl: login.url, redirectUri, clock: login.clock, ...options })
}

/** A login that was begun, and whose browser has come back. */
export async function loginThatCameBack(login: FakeLogin, client: LinodeLoginClient = fakeClientOf(login)) {
  const pending = new MemoryPendingLogins({ clock: login.clock })
  const { url, state } = await client.beginLogin({ pending, scopes: 'linodes:read_only' })
  const callback = await comeBack(url)
  const { codeVerifier = '' } = pending.get(state) ?? {}
  const code = new URL(callback).searchParams.get('code') ?? ''
  return { client, pending, url, callback, secrets: { state, code, codeVerifier } }
}
