/** How `login.fetch` follows a redirect: as browsers do (Fetch §4.4). */
import type { HttpRequest } from '../call/http.js'

const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** What says who asks stays with its origin; what speaks of a body goes where the body goes. */
const CREDENTIALS = ['authorization', 'cookie', 'proxy-authorization']
const OF_THE_BODY = [
  'content-encoding',
  'content-language',
  'content-length',
  'content-location',
  'content-type',
]

/** A request whose body is read, so that it can be sent twice. */
export interface Sending {
  readonly url: URL
  readonly request: HttpRequest
}

/** Where an answer sends the request on to, if it does. */
export function locationOf(response: Response): string | null {
  return REDIRECTS.has(response.status) ? response.headers.get('location') : null
}

/** The next request after a redirect. */
export function redirected({ url, request }: Sending, target: URL, status: number): Sending {
  const withoutBody = losesBody(status, request.method)
  const dropped = new Set([
    ...(target.origin === url.origin ? [] : CREDENTIALS),
    ...(withoutBody ? OF_THE_BODY : []),
  ])
  const kept = Object.entries(request.headers).filter(([name]) => !dropped.has(name))
  const headers = { ...Object.fromEntries(kept), host: target.host }
  const { method, body } = withoutBody ? { method: 'GET', body: '' } : request
  return { url: target, request: { method, url: target.pathname + target.search, headers, body } }
}

/** Whether a redirect makes a GET of the request. */
function losesBody(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}
