/** What a browser is sent to: the authorization endpoint, its consent form, and logging out. */
import { Fields } from '@linode-login/core/wire'
import { Refusal } from '../authority/refusal.js'
import type { Call } from '../call.js'
import { type HttpAnswer, type HttpRequest, queryOf } from '../http.js'
import type { EndpointOf } from '../provider.js'
import { page, redirect } from './answers.js'
import { authorize, decide, refuseAuthorization } from './authorize.js'
import { browserOf, noBrowserCookie } from './cookies.js'
import { sameOrigin } from './cors.js'
import { readFormBody } from './form-body.js'
import type { LoginContext } from './login-context.js'
import { otherCall } from './other-call.js'
import { messagePage } from './pages/layout.js'
import type { BrowserEndpoint } from './routes.js'

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
      return { ...recognised, answer: () => logOut(context, endpoint, request), refuse: refused }
  }
}

/** Recognises the form of the consent page. */
export function consentCall(context: LoginContext, request: HttpRequest): Call {
  const parameters = readFormBody(request)
  if (parameters instanceof Refusal) return otherCall(() => refused(parameters.error, parameters.message))
  return otherCall(() => decide(context, request, Fields.fromParameters(parameters)), parameters)
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

function refused(error: string, description = 'no reason is given'): HttpAnswer {
  return page(400, messagePage('This was refused', `${error}: ${description}.`))
}
