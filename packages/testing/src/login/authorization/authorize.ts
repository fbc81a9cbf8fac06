/**
 * The authorization endpoint: from a request to a code, a consent page, or an error told in the right place.
 */
import { absoluteUri, type Fields, visibleText } from '@linode-login/core/internal'
import type { ReturnAddress } from '../../authority/authorization.js'
import { refusalFrom } from '../../authority/refusal.js'
import type { HttpAnswer, HttpRequest } from '../../call/http.js'
import type { EndpointOf } from '../../provider/provider.js'
import { page, redirect } from '../answers.js'
import { askUser } from '../consent/consent-form.js'
import { readableField } from '../form/readable-field.js'
import type { LoginContext } from '../login-context.js'
import { messagePage } from '../pages/message-page.js'
import { decidedUrl, errorUrl, type Recipient, recipientOf } from './authorization-response.js'

/** Answers an authorization request: at once, or with a page that asks. */
export function authorize(
  context: LoginContext,
  endpoint: EndpointOf<'authorize'>,
  request: HttpRequest,
  fields: Fields,
): HttpAnswer {
  return withAddress(context, fields, (address) => {
    try {
      const authorization = context.authority.authorize(address, endpoint.decode(fields))
      const { decision } = request
      if (context.consent === 'page' && decision === undefined)
        return askUser(context, authorization, request)
      return redirect(decidedUrl(context, authorization, decision ?? {}))
    } catch (thrown) {
      const { error, message } = refusalFrom(thrown, context.provider.tokenResponse.scopes)
      return redirect(errorUrl(recipient(address, fields, context), error, message))
    }
  })
}

/** Tells the client an error that was scripted, as far as there is a client to tell. */
export function refuseAuthorization(
  context: LoginContext,
  fields: Fields,
  error: string,
  description: string | undefined,
): HttpAnswer {
  return withAddress(context, fields, (address) =>
    redirect(errorUrl(recipient(address, fields, context), error, description)),
  )
}

/**
 * Goes on if the return address is the client's; else says why on a page and redirects
 * nowhere (RFC 6749 §4.1.2.1).
 */
function withAddress(
  context: LoginContext,
  fields: Fields,
  go: (address: ReturnAddress) => HttpAnswer,
): HttpAnswer {
  let address: ReturnAddress
  try {
    const clientId = fields.required(visibleText, 'client_id')
    address = context.authority.returnAddress(clientId, fields.optional(absoluteUri, 'redirect_uri'))
  } catch (thrown) {
    const { error, message } = refusalFrom(thrown)
    return page(400, messagePage('This login cannot begin', `${error}: ${message}.`))
  }
  return go(address)
}

/** Where an error goes that was found before the request could be read whole. */
function recipient(address: ReturnAddress, fields: Fields, context: LoginContext): Recipient {
  const inFragment = context.implicit && readableField(fields, 'response_type') === 'token'
  return recipientOf(context, {
    redirectUri: address.redirectUri,
    state: readableField(fields, 'state'),
    responseType: inFragment ? 'token' : 'code',
  })
}
