/** What a browser is sent to: the authorization endpoint and logging out. */
import { Fields } from '@linode-login/core/internal'
import type { Call } from '../../call/call.js'
import { sameOrigin } from '../../call/cors.js'
import { type HttpAnswer, type HttpRequest, queryOf } from '../../call/http.js'
import type { EndpointOf } from '../../provider/provider.js'
import { page, redirect } from '../answers.js'
import { browserOf, noBrowserCookie } from '../consent/browser-cookie.js'
import type { LoginContext } from '../login-context.js'
import { messagePage, refusedPage } from '../pages/message-page.js'
import type { BrowserEndpoint } from '../routes.js'
import { authorize, refuseAuthorization } from './authorize.js'

/** Recognises a GET to an endpoint. */
export function browserCall(context: LoginContext, endpoint: BrowserEndpoint, request: HttpRequest): Call {
  const parameters = queryOf(request)
  const recognised = { name: endpoint.name, parameters, cors: sameOrigin }
  switch (endpoint.name) {
    case 'authorize': {
      const fields = Fields.fromParameters(parameters)
      return {
        ...recognised,
        answer: () => authorize(context, endpoint, request, fields),
        refuse: (error, description) => refuseAuthorization(context, fields, error, description),
      }
    }
    case 'logout':
      return {
        ...recognised,
        answer: () => logOut(context, endpoint, request),
        refuse: (error, description) => page(400, refusedPage(error, description)),
      }
  }
}

/** The page that a browser sees after logging out. */
export function signedOutPage(headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return page(200, messagePage('You are signed out', 'The next login signs the test user in again.'), headers)
}

/** Forgets the browser, so that the consent pages it was shown no longer work. */
function logOut(context: LoginContext, { location }: EndpointOf<'logout'>, request: HttpRequest): HttpAnswer {
  const browser = browserOf(request)
  if (browser !== undefined) context.consents.forget(browser)
  const headers = { 'set-cookie': noBrowserCookie }
  return location === undefined ? signedOutPage(headers) : redirect(location, headers)
}
