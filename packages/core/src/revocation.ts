/** Ending a token, by the endpoint of RFC 7009 or by the one before it. */
import { checked } from './arguments.js'
import type { Settings } from './client-options.js'
import { encodeExpireRequest, encodeRevokeRequest } from './generated/encoders.js'
import { isToken } from './grants.js'
import type { OAuthToken } from './oauth-token.js'
import { refuseFailure } from './token-endpoint.js'
import { send } from './transport.js'
import { bearerToken } from './wire/checks.js'

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
  const request = legacy
    ? {
        operation: 'expire' as const,
        form: encodeExpireRequest({ clientId, clientSecret, token }),
        signal,
        statusSuffices: true,
      }
    : {
        operation: 'revoke' as const,
        form: encodeRevokeRequest({
          clientId,
          clientSecret,
          token,
          // As the clients that are known to work send it: none from a public client.
          tokenTypeHint: clientSecret === undefined ? undefined : 'access_token',
        }),
        signal,
        statusSuffices: true,
      }
  const answer = await send(settings, request)
  refuseFailure(settings, request, answer)
  return true
}
