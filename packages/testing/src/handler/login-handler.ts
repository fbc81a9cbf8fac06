/** The login server as a function: a request comes in and goes where its path and method mean. */
import type { Handler } from '../call.js'
import { pathOf } from '../http.js'
import { plainText } from './answers.js'
import { browserCall, consentCall, signedOutPage } from './browser-calls.js'
import { preflight } from './cors.js'
import { createDirectCalls } from './direct-calls.js'
import type { LoginSite } from './login-site.js'
import { otherCall } from './other-call.js'
import { CONSENT_PATH, LOGIN_PATH } from './own-paths.js'
import { routesOf } from './routes.js'

/** The headers that a page of another origin may send along; what Linode allows is unknown. */
const ALLOWED_HEADERS = 'Accept, Content-Type'

/** A handler for the login server of the site's provider. */
export function createLoginHandler(site: LoginSite): Handler {
  const routes = routesOf(site.provider.endpoints)
  const directCall = createDirectCalls(site)

  return (request) => {
    const { method } = request
    const path = pathOf(request)
    const endpoints = routes.get(path)
    const served = endpoints?.[0]?.method
    if (endpoints !== undefined && method === served) {
      return served === 'POST' ? directCall(endpoints, request) : browserCall(site, endpoints, request)
    }
    if (served === 'POST' && method === 'OPTIONS')
      return otherCall(() => preflight(['POST'], ALLOWED_HEADERS))
    if (served !== undefined)
      return otherCall(() => plainText(405, `Only ${served} is served here.`, { allow: served }))
    if (path === CONSENT_PATH && method === 'POST') return consentCall(site, request)
    if (path === LOGIN_PATH && method === 'GET') return otherCall(signedOutPage)
    return otherCall(() => plainText(404, 'The fake login server has no such path.'))
  }
}
