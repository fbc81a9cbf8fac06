/** The form of the consent page: how the user is asked, and what comes of the answer. */
import { Fields } from '@linode-login/core/internal'
import type { Authorization } from '../../authority/authorization.js'
import { Refusal } from '../../authority/refusal.js'
import type { Call } from '../../call/call.js'
import type { HttpAnswer, HttpRequest } from '../../call/http.js'
import { otherCall } from '../../call/other-call.js'
import { page, redirect } from '../answers.js'
import { decidedUrl } from '../authorization/authorization-response.js'
import { readFormBody } from '../form/form-body.js'
import { readableField } from '../form/readable-field.js'
import type { LoginContext } from '../login-context.js'
import { messagePage, refusedPage } from '../pages/message-page.js'
import { browserCookie, browserOf } from './browser-cookie.js'
import { consentPage } from './consent-page.js'
import { CONSENT_PATH } from './consent-path.js'
import { cameFromElsewhere, tellsItself } from './form-origin.js'

/** Shows the user the page that asks, in a browser that has a name from now on. */
export function askUser(
  context: LoginContext,
  authorization: Authorization,
  request: HttpRequest,
): HttpAnswer {
  const said = browserOf(request)
  const known = said !== undefined && context.consents.knows(said)
  const browser = known ? said : context.consents.nameBrowser()
  const form = { action: CONSENT_PATH, ticket: context.consents.ask(authorization, browser) }
  const body = consentPage(context.provider, authorization, context.user, form)
  return page(200, body, { ...tellsItself, ...(known ? {} : { 'set-cookie': browserCookie(browser) }) })
}

/** Recognises the form. */
export function consentCall(context: LoginContext, request: HttpRequest): Call {
  const parameters = readFormBody(request)
  if (parameters instanceof Refusal)
    return otherCall(() => page(400, refusedPage(parameters.error, parameters.message)))
  return otherCall(() => decide(context, request, Fields.fromParameters(parameters)), parameters)
}

/** Its ticket works once, in the browser that was shown the page, sent by it. */
function decide(context: LoginContext, request: HttpRequest, fields: Fields): HttpAnswer {
  if (cameFromElsewhere(request)) {
    const text = 'Only the page of this server may send it.'
    return page(403, messagePage('This form came from elsewhere', text))
  }
  const authorization = askedBy(context, request, readableField(fields, 'ticket'))
  if (authorization === undefined) {
    const text = 'It was used, is too old, or was made for another browser.'
    return page(400, messagePage('This form no longer works', text))
  }
  const deny = readableField(fields, 'decision') !== 'approve'
  return redirect(decidedUrl(context, authorization, { deny }))
}

function askedBy(
  { consents }: LoginContext,
  request: HttpRequest,
  ticket: string | undefined,
): Authorization | undefined {
  const browser = browserOf(request)
  return ticket === undefined || browser === undefined ? undefined : consents.take(ticket, browser)
}
