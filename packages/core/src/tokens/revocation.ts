/** Ending a token, by the endpoint of RFC 7009 or by the one before it. */
import { checked } from '../arguments/arguments.js'
import { encodeExpireRequest, encodeRevokeRequest } from '../generated/encoders.js'
import type { Settings } from '../transport/settings.js'
import { type FormRequest, send } from '../transport/transport.js'
import { bearerToken } from '../wire/checks.js'
import { isToken } from './grants.js'
import type { OAuthToken } from './oauth-token.js'
import { refuseFailure } from './token-endpoint.js'

/** The access token that a caller hands in, alone or as a whole token. */
export function accessTokenOf(token: string | OAuthToken): string {
  return checked('token', isToken(token) ? token.accessToken : token, bearerToken)
}

/** Ends a token. Status 200 is success whatever the body says, for an unknown token too (RFC 7009 §2.2). */
export async function revoke(
  settings: Settings,
  token: string,
  legacy: boolean,
  signal: AbortSignal | undefined,
): Promise<true> {
  const { clientId, clientSecret } = settings
  // As the clients that are known to work send it: no hint from a public client.
  const tokenTypeHint = clientSecret === undefined ? undefined : 'access_token'
  const parameters = { clientId, clientSecret, token }
  const request: FormRequest = {
    operation: legacy ? 'expire' : 'revoke',
    form: legacy ? encodeExpireRequest(parameters) : encodeRevokeRequest({ ...parameters, tokenTypeHint }),
    signal,
    statusSuffices: true,
  }
  const answer = await send(settings, request)
  refuseFailure(settings, request, answer)
  return true
}
