// The examples of the protocol in spec/vectors, each held against core.
import {
  type Clock,
  InvalidResponseError,
  LinodeLoginClient,
  LinodeLoginError,
  MemoryPendingLogins,
  type OAuthScope,
  OAuthScopes,
  type OAuthToken,
} from '@linode-login/core'
import { expect, test } from 'vitest'
import { readVectors } from './vectors.js'

const vectors = readVectors()
const clientId = '0123456789abcdef0123'
const asked = ['linodes:read_only', 'domains:*']
const clock: Clock = { now: () => 1_000_000, monotonic: () => 0, sleep: async () => {} }

test.each(vectors.authorization_urls)('authorization URL: $name', async ({ given, url, error }) => {
  const outcome = await settle(async () => {
    const client = new LinodeLoginClient({ clientId: given.client_id ?? clientId, baseUrl: given.base_url })
    return client.generateLoginUrl({
      ...(given.scopes && { scopes: given.scopes as OAuthScope[] }),
      redirectUri: given.redirect_uri,
      state: given.state,
      codeChallenge: given.code_challenge,
    })
  })
  expect(outcome).toEqual(error === undefined ? { value: url } : { code: error })
})

test.each(vectors.token_answers)('token answer: $name', async (vector) => {
  const client = new LinodeLoginClient({ clientId, clock, fetch: async () => answerOf(vector) })
  const outcome = await settle(() => client.finishOAuth('5f3c9a0b1d2e4f607182', { scopes: asked }))
  if (vector.token === undefined) {
    expect(outcome).toMatchObject({ code: vector.error })
    if (vector.field !== undefined)
      expect(outcome.error?.message).toContain(`${vector.field} is ${vector.problem}`)
    if (vector.reference !== undefined) expect(outcome.error).toHaveProperty('reference', vector.reference)
    const { error } = outcome
    expect(InvalidResponseError.is(error) ? error.revealRefreshToken() : undefined).toBe(vector.kept)
  } else {
    const { access_token, refresh_token, expires_in, scopes } = vector.token
    expect(partsOf(outcome.value)).toEqual({
      accessToken: access_token,
      refreshToken: refresh_token,
      scopes: scopes ?? OAuthScopes.parse(asked.join(' ')),
      expiresAt: expires_in === undefined ? undefined : clock.now() + expires_in * 1000,
    })
  }
})

test.each(vectors.authorization_answers)('authorization answer: $name', async (vector) => {
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
  // The vectors name states by hand; a login's own is random. `begun` absent: the callback
  // comes back to this login.
  const named = new URL(vector.callback).searchParams.get('state') ?? ''
  const callback =
    vector.begun === undefined && named !== ''
      ? vector.callback.replaceAll(`state=${named}`, `state=${state}`)
      : vector.callback
  const outcome = await settle(() => client.completeLogin(callback, { pending }))

  expect(sent.map((form) => form.get('code'))).toEqual(vector.code === undefined ? [] : [vector.code])
  if (vector.refused !== undefined) {
    expect(outcome).toMatchObject({ code: vector.refused })
    expect(await pending.get(state)).toBeDefined()
  } else if (vector.error !== undefined) {
    expect(outcome.error).toMatchObject({ error: vector.error, description: vector.description })
  } else {
    expect(outcome.error).toBeUndefined()
  }
})

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

function answerOf({
  status = 200,
  type = 'application/json',
  body,
}: (typeof vectors.token_answers)[number]): Response {
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
