/** The token endpoint: what it answers, and which requests neither it nor its neighbours serve. */

import type { TokenSet } from '../authority/issue-tokens.js'
import { Refusal } from '../authority/refusal.js'
import { type HttpAnswer, type HttpRequest, headerOf, queryOf } from '../http.js'
import type { Endpoint, Provider } from '../provider.js'
import { json } from './answers.js'
import { HeaderRefusal } from './oauth-error.js'

/** Makes the answers of a token endpoint: RFC 6749 §5.1, but for what the provider does otherwise. */
export function tokenAnswers(provider: Provider): (endpoint: Endpoint, tokens: TokenSet) => HttpAnswer {
  const { scopes, type = 'bearer', userToken } = provider.tokenResponse
  return ({ flags }, tokens) => {
    const body: Record<string, unknown> = {
      ...flags,
      access_token: tokens.accessToken,
      token_type: type,
      expires_in: tokens.expiresIn,
      refresh_token: tokens.refreshToken ?? null,
    }
    for (const name of scopes) body[name] = tokens.scope
    if (userToken !== undefined && tokens.userToken !== undefined) {
      const { accessToken, scope } = tokens.userToken
      body[userToken.within] = { access_token: accessToken, token_type: userToken.type, scope }
    }
    return json(200, body)
  }
}

/** The access token by which a client shows who it is (RFC 6750 §2.1), where the endpoint asks for that. */
export function bearerOf({ authentication }: Endpoint, request: HttpRequest): string | undefined {
  if (authentication !== 'bearer') return undefined
  const [, token] = /^bearer +([\w.~+/-]+=*)$/i.exec(headerOf(request, 'authorization') ?? '') ?? []
  if (token !== undefined) return token
  throw new Refusal('invalid_token', 'the header Authorization must hold an access token: Bearer …')
}

/** Where authentication by header is not served, who tries must be told of it in a header (RFC 6749 §5.2). */
export function refuseHeaderAuthentication(request: HttpRequest, endpoint: Endpoint | undefined): void {
  if (endpoint?.authentication === 'bearer' || headerOf(request, 'authorization') === undefined) return
  throw new HeaderRefusal(
    'invalid_client',
    'HTTP authentication is not served: send client_id and client_secret in the body',
  )
}

/** A secret in a URL ends in logs. */
export function refuseParametersInUrl(request: HttpRequest, endpoint: Endpoint): void {
  const misplaced = queryOf(request).find(([name]) => endpoint.parameters.includes(name))
  if (misplaced === undefined) return
  throw new Refusal(
    'invalid_request',
    `${misplaced[0]} stands in the URL: parameters belong in the body (RFC 6749 §2.3.1)`,
  )
}
