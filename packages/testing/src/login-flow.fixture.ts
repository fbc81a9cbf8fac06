/** The steps of a login as a bare client makes them, for the tests of this package. */
import { createHash, randomBytes } from 'node:crypto'
import type { FakeLogin } from './fake-login.js'
import type { ConfidentialClient, PublicClient } from './options/client-registration.js'

export const redirectUri = 'https://app.example/callback'

export type Form = Readonly<Record<string, string | undefined>>

/** What a token request was answered. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, unknown>
}

export function newVerifier(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

export function encode(form: Form): URLSearchParams {
  const present = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) if (value !== undefined) present.append(name, value)
  return present
}

/** The JSON object of an answer. */
export async function jsonOf(answer: Response): Promise<Record<string, unknown>> {
  return JSON.parse(await answer.text())
}

/** The client's credentials as a body carries them. */
export function credentials(client: ConfidentialClient | PublicClient): Form {
  return { client_id: client.clientId, client_secret: client.clientSecret }
}

/** Asks the authorization endpoint, and follows nothing. */
export function askAuthorization(login: FakeLogin, form: Form, init: RequestInit = {}): Promise<Response> {
  return login.fetch(`${login.url}/oauth/authorize?${encode(form)}`, { redirect: 'manual', ...init })
}

/** The parameters that the authorization endpoint sends back to the app. */
export async function authorized(login: FakeLogin, form: Form): Promise<URLSearchParams> {
  const answer = await askAuthorization(login, { response_type: 'code', redirect_uri: redirectUri, ...form })
  return new URL(answer.headers.get('location') ?? '').searchParams
}

export async function post(
  login: FakeLogin,
  path: string,
  form: Form,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const answer = await login.fetch(`${login.url}${path}`, { method: 'POST', body: encode(form), headers })
  return { status: answer.status, headers: answer.headers, body: await jsonOf(answer) }
}

export function exchange(
  login: FakeLogin,
  client: ConfidentialClient | PublicClient,
  form: Form,
): Promise<Answered> {
  return post(login, '/oauth/token', {
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    ...credentials(client),
    ...form,
  })
}

export function refresh(
  login: FakeLogin,
  client: ConfidentialClient | PublicClient,
  form: Form,
): Promise<Answered> {
  return post(login, '/oauth/token', { grant_type: 'refresh_token', ...credentials(client), ...form })
}

export function revoke(
  login: FakeLogin,
  client: ConfidentialClient | PublicClient,
  form: Form,
): Promise<Answered> {
  return post(login, '/oauth/revoke', { ...credentials(client), ...form })
}

/** A whole login with the scopes: the tokens of a new grant. */
export async function signIn(
  login: FakeLogin,
  client: ConfidentialClient | PublicClient,
  scope = 'linodes:read_only',
): Promise<{ code: string; accessToken: string; refreshToken: string }> {
  const { verifier, challenge } = newVerifier()
  const form = { client_id: client.clientId, scope, code_challenge: challenge, code_challenge_method: 'S256' }
  const code = (await authorized(login, form)).get('code') ?? ''
  const { body } = await exchange(login, client, { code, code_verifier: verifier })
  return { code, accessToken: String(body['access_token']), refreshToken: String(body['refresh_token']) }
}

/** Calls the API with a token. */
export async function callApi(
  login: FakeLogin,
  accessToken: string,
  path = '/linode/instances',
  method = 'GET',
): Promise<Answered> {
  const answer = await login.fetch(`${login.apiUrl}/v4${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}` },
  })
  return { status: answer.status, headers: answer.headers, body: await jsonOf(answer) }
}
