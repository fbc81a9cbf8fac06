/** Who may call an operation of the API, and the headers that tell it. */
import type { Authority } from '../authority/authority.js'
import type { AccessToken } from '../authority/issued-tokens.js'
import type { Api, ApiError, ApiOperation } from '../provider.js'

/** Whether a call may be made; if not, which of the API's errors says so. */
export type Access =
  | { readonly allowed: true; readonly token: AccessToken | undefined }
  | { readonly allowed: false; readonly error: ApiError; readonly token: AccessToken | undefined }

const bearer = /^Bearer +([\w.~+/-]+=*) *$/i

/** The good token of a request's `Authorization` header: the only place where one is looked for (RFC 6750 §2.1). */
export function tokenOf(authority: Authority, authorization: string | undefined): AccessToken | undefined {
  const text = bearer.exec(authorization ?? '')?.[1]
  return text === undefined ? undefined : authority.inspect(text)
}

/** Judges a call by what the operation asks for. */
export function judgeAccess(
  authority: Authority,
  errors: Api['errors'],
  operation: ApiOperation,
  token: AccessToken | undefined,
): Access {
  if (operation.auth === 'none') return { allowed: true, token }
  if (token === undefined) return { allowed: false, error: errors.invalidToken, token }
  const allowed =
    operation.auth === 'any_token' ||
    (operation.auth === 'scoped' && operation.anyOf.some((needed) => authority.covers(token, needed)))
  return allowed ? { allowed, token } : { allowed, error: errors.insufficientScope, token }
}

/** What an operation needs, as the API's header tells it: `*` for no scope, a comma where several are needed. */
export function acceptedScopes(operation: ApiOperation | undefined): string {
  const first = operation?.auth === 'scoped' ? operation.anyOf[0] : undefined
  return first === undefined || first.length === 0 ? '*' : first.join(',')
}

/** What a token has, as the API's header tells it. */
export function grantedScopes(token: AccessToken | undefined): string {
  return token === undefined ? 'unknown' : token.scopes.toSorted().join(' ')
}
