/** What goes over the wire at a sign-in: the examples held against core. */
import {
  type Clock,
  InvalidResponseError,
  LinodeLoginClient,
  LinodeLoginError,
  MemoryPendingLogins,
  OAuthScopes,
  type OAuthToken,
} from '@linode-login/core'
import { expect } from 'vitest'
import type { Proofs } from './published.fixture.js'

const clientId = '0123456789abcdef0123'
const asked = ['linodes:read_only', 'domains:*']
const clock: Clock = { now: () => 1_000_000, monotonic: () => 0, sleep: async () => {} }

/** What an app gives for the URL that the user's browser is sent to, and that URL. */
export interface AuthorizationUrl {
  readonly given: {
    readonly base_url?: string
    readonly client_id?: string
    readonly scopes?: readonly string[]
    readonly user_scopes?: readonly string[]
    readonly redirect_uri?: string
    readonly state?: string
    readonly code_challenge?: string
  }
  readonly url?: string
  readonly error?: string
}

/** What an app gives for a request, and how that goes out. */
export interface SentRequest {
  readonly operation: string
  readonly given: Readonly<Record<string, string>>
  readonly url: string
  readonly authorization?: string
  readonly body: string
}

/** An answer of the token endpoint, and what is read from it. */
export interface TokenAnswer {
  readonly status?: number
  readonly type?: string
  readonly body: string
  readonly token?: {
    readonly access_token: string
    readonly refresh_token?: string
    readonly expires_in?: number
    readonly scopes?: readonly string[]
    readonly user?: { readonly access_token: string; readonly scopes: readonly string[] }
  }
  readonly error?: string
  readonly field?: string
  readonly problem?: string
  readonly kept?: string
  readonly reference?: string
}

interface AuthorizationAnswer {
  readonly callback: string
  readonly begun?: string
  readonly code?: string
  readonly error?: string
  readonly description?: string
  readonly refused?: string
}

/** By core. What an example gives or expects that no client of Linode knows is no true example. */
export const proofsOfLogin: Proofs = {
  authorization_urls: async ({ given, url, error }: AuthorizationUrl) => {
    const { client_id = clientId, base_url, scopes, redirect_uri, state, code_challenge, ...others } = given
    expect(others).toEqual({})
    const options = { scopes, redirectUri: redirect_uri, state, codeChallenge: code_challenge }
    const outcome = await settle(async () => {
      const client = new LinodeLoginClient({ clientId: client_id, baseUrl: base_url })
      // As an app without types does: what is asked for may be no scope, or none yet.
      return Reflect.apply(client.generateLoginUrl, client, [options])
    })
    expect(outcome).toEqual(error === undefined ? { value: url } : { code: error })
  },

  requests: async ({ operation, given, url, authorization, body }: SentRequest) => {
    const { client_id = '', client_secret, ...others } = given
    const sent: unknown[] = []
    const client = new LinodeLoginClient({
      clientId: client_id,
      clientSecret: client_secret,
      fetch: async (input, init) => {
        const request = new Request(input, init)
        const { url: to, method, headers } = request
        const authorization = headers.get('authorization') ?? undefined
        sent.push({ url: to, method, authorization, body: await request.text() })
        return Response.json({ access_token: 'a1', token_type: 'bearer' })
      },
    })
    await send(client, operation, others)
    expect(sent).toEqual([{ url, method: 'POST', authorization, body }])
  },

  token_answers: async (example: TokenAnswer) => {
    const client = new LinodeLoginClient({ clientId, clock, fetch: async () => answerOf(example) })
    const outcome = await settle(() => client.finishOAuth('5f3c9a0b1d2e4f607182', { scopes: asked }))
    if (example.token === undefined) {
      expect(outcome).toMatchObject({ code: example.error })
      if (example.field !== undefined)
        expect(outcome.error?.message).toContain(`${example.field} is ${example.problem}`)
      if (example.reference !== undefined)
        expect(outcome.error).toHaveProperty('reference', example.reference)
      const { error } = outcome
      expect(InvalidResponseError.is(error) ? error.revealRefreshToken() : undefined).toBe(example.kept)
    } else {
      const { access_token, refresh_token, expires_in, scopes, ...others } = example.token
      expect(others).toEqual({})
      expect(partsOf(outcome.value)).toEqual({
        accessToken: access_token,
        refreshToken: refresh_token,
        scopes: scopes ?? OAuthScopes.parse(asked.join(' ')),
        expiresAt: expires_in === undefined ? undefined : clock.now() + expires_in * 1000,
      })
    }
  },

  authorization_answers: async (example: AuthorizationAnswer) => {
    const sent: URLSearchParams[] = []
    const client = new LinodeLoginClient({
      clientId,
      clock,
      redirectUri: 'https://app.example/callback',
      fetch: async (_input, init) => {
        sent.push(new URLSearchParams(String(init?.body)))
        return Response.json({ access_token: 'a1', token_type: 'bearer' })
      },
    })
    const pending = new MemoryPendingLogins({ clock })
    const { state } = await client.beginLogin({ pending })
    // The examples name states by hand; a login's own is random. `begun` absent: the callback
    // comes back to this login.
    const named = new URL(example.callback).searchParams.get('state') ?? ''
    const callback =
      example.begun === undefined && named !== ''
        ? example.callback.replaceAll(`state=${named}`, `state=${state}`)
        : example.callback
    const outcome = await settle(() => client.completeLogin(callback, { pending }))

    expect(sent.map((form) => form.get('code'))).toEqual(example.code === undefined ? [] : [example.code])
    if (example.refused !== undefined) {
      expect(outcome).toMatchObject({ code: example.refused })
      expect(await pending.get(state)).toBeDefined()
    } else if (example.error !== undefined) {
      expect(outcome.error).toMatchObject({ error: example.error, description: example.description })
    } else {
      expect(outcome.error).toBeUndefined()
    }
  },
}

/** Asks a client for what an example is about. */
async function send(
  client: LinodeLoginClient,
  operation: string,
  {
    code,
    refresh_token,
    token,
    redirect_uri,
    code_verifier,
    scope,
    // A hint is always sent.
    token_type_hint: _,
    ...others
  }: Readonly<Record<string, string>>,
): Promise<void> {
  expect(others).toEqual({})
  switch (operation) {
    case 'exchange':
      await client.finishOAuth(code ?? '', { redirectUri: redirect_uri, codeVerifier: code_verifier })
      return
    case 'refresh': {
      const scopes = scope === undefined ? {} : { scopes: scope.split(' ').filter(OAuthScopes.isKnown) }
      await client.refreshOAuthToken(refresh_token ?? '', scopes)
      return
    }
    case 'revoke':
    case 'expire':
      await client.expireToken(token ?? '', { legacy: operation === 'expire' })
      return
    default:
      expect.unreachable(`no client sends "${operation}"`)
  }
}

interface Outcome<T> {
  readonly value?: T
  readonly code?: string
  readonly error?: LinodeLoginError
}

async function settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() }
  } catch (error) {
    if (!LinodeLoginError.is(error)) throw error
    return Object.defineProperty({ code: error.code }, 'error', { value: error })
  }
}

function answerOf({ status = 200, type = 'application/json', body }: TokenAnswer): Response {
  const hasBody = ![204, 205, 304].includes(status)
  return new Response(hasBody ? body : null, { status, headers: { 'content-type': type } })
}

function partsOf(token: OAuthToken | undefined): Record<string, unknown> {
  return {
    accessToken: token?.accessToken,
    refreshToken: token?.refreshToken,
    scopes: token?.scopes,
    expiresAt: token?.expiresAt,
  }
}
