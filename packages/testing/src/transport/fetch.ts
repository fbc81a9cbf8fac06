/** A `fetch` without a socket: it reaches the fake servers, follows redirects as browsers do, and goes nowhere else. */
import type { HttpAnswer, HttpRequest } from '../call/http.js'
import { BodyPieces } from './body-pieces.js'
import type { Responder } from './responder.js'
import { tooLarge } from './too-large.js'

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
 * @param servers What answers at each origin; nothing once the fake server was stopped.
 */
export function createFetch(servers: ReadonlyMap<string, Responder>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    const first = await sendingOf(request)
    if (first === undefined) return refused(request, servers)
    let sending = first
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

/** What is sent, or nothing if its body is too large. */
async function sendingOf(request: Request): Promise<Sending | undefined> {
  const url = new URL(request.url)
  const headers = { host: url.host, ...Object.fromEntries(request.headers) }
  const body = await bodyOf(request)
  if (body === undefined) return undefined
  return { url, request: { method: request.method, url: url.pathname + url.search, headers, body } }
}

/** The body, which is read no further than it may be long. */
async function bodyOf(request: Request): Promise<string | undefined> {
  const pieces = new BodyPieces()
  for await (const piece of request.body ?? []) {
    pieces.add(piece)
    if (pieces.tooLarge) break
  }
  return pieces.text()
}

function refused({ url, signal }: Request, servers: ReadonlyMap<string, Responder>): Response {
  signal.throwIfAborted()
  const target = new URL(url)
  responderAt(target, servers)
  return responseOf(tooLarge, tooLarge.body, target)
}

function responderAt(url: URL, servers: ReadonlyMap<string, Responder>): Responder {
  if (servers.size === 0) throw failure('the fake server was stopped')
  const respond = servers.get(url.origin)
  if (respond !== undefined) return respond
  throw failure(`nothing serves ${url.origin} here; redirect: 'manual' keeps a request from leaving`)
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
  servers: ReadonlyMap<string, Responder>,
  signal: AbortSignal,
): Promise<Response> {
  const respond = responderAt(url, servers)
  const outcome = respond(request)
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
