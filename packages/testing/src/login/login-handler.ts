/** The login server as a function: a request comes in and goes where its path and method mean. */
import type { Handler } from '../call/call.js'
import { pathOf } from '../call/http.js'
import { otherCall, preflightCall } from '../call/other-call.js'
import { plainText } from './answers.js'
import { browserCall, signedOutPage } from './authorization/browser-call.js'
import { consentCall } from './consent/consent-form.js'
import { CONSENT_PATH } from './consent/consent-path.js'
import type { LoginContext } from './login-context.js'
import { routesOf } from './routes.js'
import { directCall } from './token/direct-call.js'

/** The headers that a page of another origin may send along; what Linode allows is unknown. */
const ALLOWED_HEADERS = 'Accept, Content-Type'

/** A handler for the login server of the context's provider. */
export function createLoginHandler(context: LoginContext): Handler {
  const { endpoints } = context.provider
  const routes = routesOf(endpoints)
  const pages = new Set(endpoints.map(({ location }) => location))

  return (request) => {
    const { method } = request
    const path = pathOf(request)
    const ofBrowser = routes.get.get(path)
    const direct = routes.post.get(path)
    if (ofBrowser !== undefined && method === 'GET') return browserCall(context, ofBrowser, request)
    if (direct !== undefined && method === 'POST') return directCall(context, direct, request)
    if (direct !== undefined && method === 'OPTIONS') return preflightCall(['POST'], ALLOWED_HEADERS)
    const allow = [...(ofBrowser ? ['GET'] : []), ...(direct ? ['POST'] : [])].join(', ')
    if (allow !== '') return otherCall(() => plainText(405, `Only ${allow} is served here.`, { allow }))
    if (path === CONSENT_PATH && method === 'POST') return consentCall(context, request)
    if (pages.has(path) && method === 'GET') return otherCall(() => signedOutPage())
    return otherCall(() => plainText(404, 'The fake login server has no such path.'))
  }
}
