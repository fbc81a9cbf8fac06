/** Who may call an operation of the API, and the headers that tell it. */
import type { Authority } from '../authority/authority.js'
import type { AccessToken } from '../authority/tokens/issued-tokens.js'
import { bearerOf } from '../call/bearer.js'
import type { Api, ApiError, ApiOperation } from '../provider/provider.js'

/**
 * The good token of a request's `Authorization` header: the only place where one is
 * looked for (RFC 6750 §2.1).
 */
export function tokenOf(authority: Authority, authorization: string | undefined): AccessToken | undefined {
  const text = bearerOf(authorization)
  return text === undefined ? undefined : authority.inspect(text)
}

/** Which of the API's errors a call is refused with; nothing for one that may be made. */
export function judgeAccess(
  authority: Authority,
  errors: Api['errors'],
  { auth, anyOf }: ApiOperation,
  token: AccessToken | undefined,
): ApiError | undefined {
  if (auth === 'none') return undefined
  if (token === undefined) return errors.invalidToken
  if (auth === 'any_token') return undefined
  const suffices = auth === 'scoped' && anyOf.some((needed) => authority.covers(token, needed))
  return suffices ? undefined : errors.insufficientScope
}

/**
 * What an operation needs, as the API's header tells it: `*` for no scope, a comma where several are needed.
 */
export function acceptedScopes(operation: ApiOperation | undefined): string {
  const first = operation?.anyOf[0]
  return first === undefined || first.length === 0 ? '*' : first.join(',')
}

/** What a token has, as the API's header tells it. */
export function grantedScopes(token: AccessToken | undefined): string {
  return token === undefined ? 'unknown' : token.scopes.toSorted().join(' ')
}
