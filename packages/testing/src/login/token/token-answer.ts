/** What the token endpoint answers where it gives tokens. */
import type { TokenSet } from '../../authority/tokens/issue-tokens.js'
import type { HttpAnswer } from '../../call/http.js'
import type { Endpoint, Provider } from '../../provider/provider.js'
import { json } from '../answers.js'

/** An answer with tokens: RFC 6749 §5.1, but for what the provider does otherwise. */
export function tokenAnswer({ tokenResponse }: Provider, { flags }: Endpoint, tokens: TokenSet): HttpAnswer {
  const { scopes, type = 'bearer', userToken } = tokenResponse
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
