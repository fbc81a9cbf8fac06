/** How a client may say who it is, and where else it may not. */
import { Refusal } from '../../authority/refusal.js'
import { bearerOf } from '../../call/bearer.js'
import { type HttpRequest, headerOf, queryOf } from '../../call/http.js'
import type { Endpoint } from '../../provider/provider.js'
import { HeaderRefusal } from './oauth-error.js'

/** The access token by which a client shows who it is (RFC 6750 §2.1), where the endpoint asks for that. */
export function clientBearer({ authentication }: Endpoint, request: HttpRequest): string | undefined {
  if (authentication !== 'bearer') return undefined
  const token = bearerOf(headerOf(request, 'authorization'))
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
