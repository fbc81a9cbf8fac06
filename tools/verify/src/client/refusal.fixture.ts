/** Calls that must fail, and all that is expected of each failure. */
import { type ClientOptions, LinodeLoginClient, type LinodeLoginError, OAuthToken } from '@linode-login/node'
import { expect } from 'vitest'
import type { HostileServer } from './hostile-server.fixture.js'
import { rejection, safe } from './secrets/safety.fixture.js'
import {
  accessToken,
  clientId,
  clientSecret,
  code,
  codeVerifier,
  refreshToken,
} from './secrets/secrets.fixture.js'

export const redirectUri = 'https://app.example/callback'

/** The token that an app holds when it refreshes or revokes. */
export const held: OAuthToken = new OAuthToken({ accessToken, refreshToken, scopes: ['linodes:read_only'] })

export type CallName = 'exchange' | 'refresh' | 'revoke' | 'expire'

/** Every call that goes over the network, with all the secrets that it can carry. */
export const calls: Readonly<
  Record<CallName, (client: LinodeLoginClient, signal?: AbortSignal) => Promise<unknown>>
> = {
  exchange: (client, signal) =>
    client.finishOAuth(code, { codeVerifier, scopes: ['linodes:read_only'], signal }),
  refresh: (client, signal) => client.refreshOAuthToken(held, { signal }),
  revoke: (client, signal) => client.expireToken(held, { signal }),
  expire: (client, signal) => client.expireToken(held, { legacy: true, signal }),
}

export const tokenCalls = ['exchange', 'refresh'] as const
export const allCalls = ['exchange', 'refresh', 'revoke', 'expire'] as const

/** A confidential client of a server. */
export function clientOf(
  { url: baseUrl }: { url: string },
  options: Partial<ClientOptions> = {},
): LinodeLoginClient {
  return new LinodeLoginClient({ clientId, clientSecret, redirectUri, baseUrl, timeout: 5_000, ...options })
}

/** A class of errors. */
type Kind<E> = abstract new (...details: never[]) => E

/**
 * What a call is refused with, known to be all that the list expects of every fault (E): the given class and
 * code, no secret in whatever it shows, one request and no more, and the held token as it was. A call that
 * outlives its timeout outlives the test's time limit too.
 */
export async function refusal<E extends LinodeLoginError>(
  server: HostileServer,
  kind: Kind<E>,
  expectedCode: string,
  { call = 'exchange', ...options }: { call?: CallName } & Partial<ClientOptions> = {},
): Promise<E> {
  const { timeout = 5_000 } = options
  const client = clientOf(server, { ...options, timeout })
  const before = { requests: server.received.length, held: held.serialize() }
  const error = safe(await rejection(calls[call](client)))
  expect({ code: error.code, operation: error.operation }).toEqual({ code: expectedCode, operation: call })
  expect(server.received.length - before.requests).toBe(1)
  expect(held.serialize()).toBe(before.held)
  if (!(error instanceof kind)) throw error
  return error
}
