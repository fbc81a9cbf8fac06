/** The login server as a function: a request comes in and goes where its path and method mean. */
import { nearestWords } from '@linode-login/core/internal'
import type { Handler } from '../call/call.js'
import { type HttpAnswer, pathOf } from '../call/http.js'
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
    if (allow !== '') return otherCall(() => noEndpoint(405, `only ${allow} is served here`, { allow }))
    if (path === CONSENT_PATH && method === 'POST') return consentCall(context, request)
    if (pages.has(path) && method === 'GET') return otherCall(() => signedOutPage())
    return otherCall(() => noEndpoint(404, noSuchPath(path, [...routes.get.keys(), ...routes.post.keys()])))
  }
}

function noSuchPath(path: string, known: readonly string[]): string {
  const [right] = nearestWords(path, known)
  return `no such path${right === undefined ? '' : `; did you mean ${right}?`}`
}

/** Told in a header too, which only the fake sends, so that no scripted answer passes for it. */
function noEndpoint(status: number, why: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return plainText(status, `The fake login server: ${why}`, { ...headers, 'x-fake-login': why })
}
