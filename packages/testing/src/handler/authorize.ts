/** The authorization endpoint: from a request to a code, a consent page, or an error told in the right place. */
import { absoluteUri, FieldError, type Fields, visibleText } from '@linode-login/core/wire'
import type { Authorization, ReturnAddress } from '../authority/authorization.js'
import { type Refusal, refusalFrom } from '../authority/refusal.js'
import type { HttpAnswer, HttpRequest } from '../http.js'
import type { EndpointOf } from '../provider.js'
import { page, redirect } from './answers.js'
import { approvalUrl, errorUrl, type Recipient, recipientOf } from './authorization-response.js'
import { browserCookie, browserOf } from './cookies.js'
import { cameFromElsewhere, tellsItself } from './form-origin.js'
import type { LoginContext } from './login-context.js'
import { CONSENT_PATH } from './own-paths.js'
import { consentPage } from './pages/consent-page.js'
import { messagePage } from './pages/layout.js'

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
      if (context.consent === 'page') return askUser(context, authorization, request)
      return redirect(approvalUrl(context, authorization))
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

/** Answers the form of the consent page. Its ticket works once, in the browser that was shown the page, sent by it. */
export function decide(context: LoginContext, request: HttpRequest, fields: Fields): HttpAnswer {
  if (cameFromElsewhere(request)) {
    return page(
      403,
      messagePage('This form came from elsewhere', 'Only the page of this server may send it.'),
    )
  }
  const ticket = readable(fields, 'ticket')
  const browser = browserOf(request)
  const authorization =
    ticket === undefined || browser === undefined ? undefined : context.consents.take(ticket, browser)
  if (authorization === undefined) {
    return page(
      400,
      messagePage('This form no longer works', 'It was used, is too old, or was made for another browser.'),
    )
  }
  if (readable(fields, 'decision') !== 'approve') {
    return redirect(
      errorUrl(recipientOf(context, authorization), 'access_denied', 'the user denied the request'),
    )
  }
  return redirect(approvalUrl(context, authorization))
}

/** Goes on if the return address is the client's; else says why on a page and redirects nowhere (RFC 6749 §4.1.2.1). */
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
    return refusalPage(refusalFrom(thrown))
  }
  return go(address)
}

function refusalPage({ error, message }: Refusal): HttpAnswer {
  return page(400, messagePage('This login can not begin', `${error}: ${message}.`))
}

function askUser(context: LoginContext, authorization: Authorization, request: HttpRequest): HttpAnswer {
  const said = browserOf(request)
  const known = said !== undefined && context.consents.knows(said)
  const browser = known ? said : context.consents.nameBrowser()
  const form = { action: CONSENT_PATH, ticket: context.consents.ask(authorization, browser) }
  const body = consentPage(context.provider, authorization, context.user, form)
  return page(200, body, { ...tellsItself, ...(known ? {} : { 'set-cookie': browserCookie(browser) }) })
}

/** Where an error goes that was found before the request could be read whole. */
function recipient(address: ReturnAddress, fields: Fields, context: LoginContext): Recipient {
  const responseType = context.implicit && readable(fields, 'response_type') === 'token' ? 'token' : 'code'
  return recipientOf(context, {
    redirectUri: address.redirectUri,
    state: readable(fields, 'state'),
    responseType,
  })
}

/** A parameter, as far as it can be read. */
function readable(fields: Fields, name: string): string | undefined {
  try {
    return fields.optional(visibleText, name)
  } catch (thrown) {
    if (thrown instanceof FieldError) return undefined
    throw thrown
  }
}
