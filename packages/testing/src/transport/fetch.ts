/** A `fetch` without a socket: it reaches the fake servers, follows redirects as browsers do, and goes nowhere else. */
import type { HttpAnswer, HttpRequest } from '../http.js'
import type { Serve } from '../serve.js'

const BODILESS = new Set([204, 205, 304])
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** What says who asks stays with its origin; what speaks of a body goes where the body goes (Fetch §4.4). */
const CREDENTIALS = ['authorization', 'cookie', 'proxy-authorization']
const OF_THE_BODY = [
  'content-encoding',
  'content-language',
  'content-length',
  'content-location',
  'content-type',
]
const MOST_REDIRECTS = 20

/** A request whose body is read, so that it can be sent twice. */
interface Sending {
  readonly url: URL
  readonly request: HttpRequest
}

/**
 * A `fetch` that reaches the given servers and nothing else, without a socket.
 *
 * @param servers What serves each origin; nothing once the fake server was stopped.
 */
export function createFetch(servers: ReadonlyMap<string, Serve>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    let sending = await sendingOf(request)
    for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
      const response = await send(sending, servers, request.signal)
      const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null
      if (location === null || request.redirect === 'manual') return response
      if (request.redirect === 'error')
        throw failure("a redirect came, and the request has redirect: 'error'")
      sending = redirected(sending, new URL(location, sending.url), response.status)
    }
    throw failure('too many redirects')
  }
}

async function sendingOf(request: Request): Promise<Sending> {
  const url = new URL(request.url)
  const headers = { host: url.host, ...Object.fromEntries(request.headers) }
  const body = await request.text()
  return { url, request: { method: request.method, url: url.pathname + url.search, headers, body } }
}

/** The next request after a redirect. */
function redirected({ url, request }: Sending, target: URL, status: number): Sending {
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

async function send(
  { url, request }: Sending,
  servers: ReadonlyMap<string, Serve>,
  signal: AbortSignal,
): Promise<Response> {
  const serve = servers.get(url.origin)
  if (servers.size === 0) throw failure('the fake server was stopped')
  if (serve === undefined)
    throw failure(`nothing serves ${url.origin} here; redirect: 'manual' keeps a request from leaving`)
  const outcome = serve(request)
  await undefined
  signal.throwIfAborted()
  switch (outcome.kind) {
    case 'answer':
      return responseOf(outcome.answer, outcome.answer.body, url)
    case 'cut-short':
      return responseOf(outcome.answer, halfOf(outcome.answer.body), url)
    case 'reset':
      throw failure('the connection was reset', 'ECONNRESET')
    case 'silence':
      return untilAborted(signal)
  }
}

function responseOf({ status, headers }: HttpAnswer, body: string | ReadableStream, url: URL): Response {
  const response = new Response(BODILESS.has(status) ? null : body, { status, headers })
  return Object.defineProperty(response, 'url', { value: url.href })
}

/** A body that breaks off in the middle. */
function halfOf(body: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(body.slice(0, body.length / 2))
  let sent = false
  return new ReadableStream(
    {
      pull(controller) {
        if (sent) return controller.error(new TypeError('terminated'))
        sent = true
        controller.enqueue(half)
      },
    },
    { highWaterMark: 0 },
  )
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** As Node's own fetch fails: a TypeError with the reason as its cause. */
function failure(reason: string, code = 'ERR_FAKE_LOGIN'): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(reason), { code }) })
}
