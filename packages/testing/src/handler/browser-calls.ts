/** What a browser is sent to: the authorization endpoint, its consent form, and logging out. */
import { Fields } from '@linode-login/core/wire'
import { Refusal } from '../authority/refusal.js'
import type { Call } from '../call.js'
import { type HttpAnswer, type HttpRequest, queryOf } from '../http.js'
import type { Endpoint } from '../provider.js'
import { page, redirect } from './answers.js'
import { authorize, decide, refuseAuthorization } from './authorize.js'
import { browserOf, noBrowserCookie } from './cookies.js'
import { sameOrigin } from './cors.js'
import { readFormBody } from './form-body.js'
import type { LoginSite } from './login-site.js'
import { otherCall } from './other-call.js'
import { LOGIN_PATH } from './own-paths.js'
import { messagePage } from './pages/layout.js'

/** Recognises a GET to the endpoint of a path. */
export function browserCall(site: LoginSite, [endpoint]: readonly Endpoint[], request: HttpRequest): Call {
  const parameters = queryOf(request)
  const fields = Fields.fromParameters(parameters)
  if (endpoint?.name === 'authorize') {
    return {
      name: 'authorize',
      parameters,
      cors: sameOrigin,
      answer: () => authorize(site, endpoint, request, fields),
      refuse: (error, description) => refuseAuthorization(site, fields, error, description),
    }
  }
  return {
    name: 'logout',
    parameters,
    cors: sameOrigin,
    answer: () => logOut(site, request),
    refuse: (error, text) => refused(error, text),
  }
}

/** Recognises the form of the consent page. */
export function consentCall(site: LoginSite, request: HttpRequest): Call {
  const parameters = readFormBody(request)
  if (parameters instanceof Refusal) return otherCall(() => refused(parameters.error, parameters.message))
  return otherCall(() => decide(site, request, Fields.fromParameters(parameters)), parameters)
}

/** The page behind `LOGIN_PATH`. */
export function signedOutPage(): HttpAnswer {
  return page(200, messagePage('You are signed out', 'The next login signs the test user in again.'))
}

/** Forgets the browser, so that the consent pages it was shown no longer work. */
function logOut(site: LoginSite, request: HttpRequest): HttpAnswer {
  const browser = browserOf(request)
  if (browser !== undefined) site.consents.forget(browser)
  return redirect(LOGIN_PATH, { 'set-cookie': noBrowserCookie })
}

function refused(error: string, description = 'no reason is given'): HttpAnswer {
  return page(400, messagePage('This was refused', `${error}: ${description}.`))
}
