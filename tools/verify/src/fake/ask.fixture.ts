// What a bare client asks the fake server.
import type { FakeLogin } from '@linode-login/testing'
import { redirectUri } from '../client/refusal.fixture.js'

export type Form = Readonly<Record<string, string | undefined>>

function encode(form: Form): URLSearchParams {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value = '']) => (value === '' ? [] : [[name, value]])),
  )
}

/** A request to the authorization endpoint, whose redirect isn't followed. */
export function authorize(login: FakeLogin, form: Form, init: RequestInit = {}): Promise<Response> {
  const query = encode({ response_type: 'code', redirect_uri: redirectUri, ...form })
  return fetch(`${login.url}/oauth/authorize?${query}`, { redirect: 'manual', ...init })
}

/** The parameters that a browser is sent back with. */
export async function comeBackWith(login: FakeLogin, form: Form): Promise<URLSearchParams> {
  const { headers } = await authorize(login, form)
  return new URL(headers.get('location') ?? '').searchParams
}

/** A form sent to an endpoint. */
export function post(
  login: FakeLogin,
  path: string,
  form: Form,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${login.url}${path}`, { method: 'POST', body: encode(form), headers, redirect: 'manual' })
}

/** What an app authenticates with. */
export function credentials(app: {
  readonly clientId: string
  readonly clientSecret?: string | undefined
}): Form {
  return { client_id: app.clientId, client_secret: app.clientSecret }
}

/** A call to the API. */
export function callApi(
  login: FakeLogin,
  accessToken: string,
  path = '/linode/instances',
): Promise<Response> {
  return fetch(`${login.apiUrl}/v4${path}`, { headers: { authorization: `Bearer ${accessToken}` } })
}
