/** The answer to an authorization request: the URL that the browser is sent to. */
import type { Authorization } from '../../authority/authorization.js'
import type { Decision } from '../../call/decision.js'
import type { LoginContext } from '../login-context.js'

/** Where the answer to an authorization request is told, and the state that goes with it. */
export interface Recipient {
  readonly redirectUri: string
  readonly state: string | undefined
  /** The name of the server that answers, if it tells (RFC 9207 §2). */
  readonly iss: string | undefined
  /** The implicit grant is answered in the fragment (RFC 6749 §4.2.2), everything else in the query. */
  readonly inFragment: boolean
}

/** The recipient of an authorization's answer. */
export function recipientOf(
  context: LoginContext,
  { redirectUri, state, responseType }: Pick<Authorization, 'redirectUri' | 'state' | 'responseType'>,
): Recipient {
  return { redirectUri, state, iss: context.issuer, inFragment: responseType === 'token' }
}

/** The URL that tells the client what the user has decided. */
export function decidedUrl(
  context: LoginContext,
  authorization: Authorization,
  { grant, deny = false }: Decision,
): string {
  if (deny)
    return errorUrl(recipientOf(context, authorization), 'access_denied', 'the user denied the request')
  return approvalUrl(
    context,
    grant === undefined ? authorization : context.authority.narrow(authorization, grant),
  )
}

/** The URL that tells the client that the user has agreed: RFC 6749 §4.1.2, §4.2.2. */
function approvalUrl(context: LoginContext, authorization: Authorization): string {
  const { authority, user, implicitReturn } = context
  const to = recipientOf(context, authorization)
  if (authorization.responseType === 'code')
    return responseUrl(to, { code: authority.grantCode(authorization, user) })
  const tokens = authority.grantToken(authorization, user)
  return responseUrl(to, {
    access_token: tokens.accessToken,
    token_type: 'bearer',
    expires_in: String(tokens.expiresIn),
    scope: tokens.scope,
    ...(implicitReturn === false ? {} : { return: implicitReturn }),
  })
}

/** The URL that tells the client of an error: RFC 6749 §4.1.2.1. */
export function errorUrl(to: Recipient, error: string, description: string | undefined): string {
  return responseUrl(to, { error, ...(description === undefined ? {} : { error_description: description }) })
}

/** The redirect URI stays byte for byte what it was; the answer is added to its query, or as its fragment. */
function responseUrl(
  { redirectUri, state, iss, inFragment }: Recipient,
  answer: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams(answer)
  if (state !== undefined) parameters.set('state', state)
  if (iss !== undefined) parameters.set('iss', iss)
  if (inFragment) return `${redirectUri}#${parameters}`
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters}`
}
