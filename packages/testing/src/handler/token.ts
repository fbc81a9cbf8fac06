import { Refusal } from '../authority/refusal.js'
import type { TokenSet } from '../authority/tokens.js'
import { type HttpAnswer, type HttpRequest, headerOf, queryOf } from '../http.js'
import type { Endpoint, Provider } from '../provider.js'
import { json } from './answers.js'
import { HeaderRefusal } from './oauth-error.js'

/** Makes the answer of the token endpoint: RFC 6749 §5.1, with the scopes under every name the provider gives them. */
export function tokenAnswers(provider: Provider): (tokens: TokenSet) => HttpAnswer {
  const scopeNames = provider.tokenResponse.scopes
  return (tokens) => {
    const body: Record<string, unknown> = {
      access_token: tokens.accessToken,
      token_type: 'bearer',
      expires_in: tokens.expiresIn,
      refresh_token: tokens.refreshToken ?? null,
    }
    for (const name of scopeNames) body[name] = tokens.scope
    return json(200, body)
  }
}

/** What a direct request must never do: authenticate by header, which is not served, or put parameters in the URL. */
export function checkDirectRequest(request: HttpRequest, endpoint: Endpoint): void {
  if (headerOf(request, 'authorization') !== undefined) {
    throw new HeaderRefusal(
      'invalid_client',
      'HTTP authentication is not served: send client_id and client_secret in the body',
    )
  }
  const misplaced = queryOf(request).find(([name]) => endpoint.parameters.includes(name))
  if (misplaced !== undefined) {
    throw new Refusal(
      'invalid_request',
      `${misplaced[0]} stands in the URL: parameters belong in the body (RFC 6749 §2.3.1)`,
    )
  }
}
